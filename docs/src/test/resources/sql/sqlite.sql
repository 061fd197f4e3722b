-- findUnique
SELECT "Tag"."id", "Tag"."name" FROM "Tag" WHERE "Tag"."id" = ?;

-- findUnique by a compound key
SELECT "Member"."orgId", "Member"."userId", "Member"."level" FROM "Member" WHERE "Member"."orgId" = ? AND "Member"."userId" = ?;

-- findUnique with a filter
SELECT "Tag"."id", "Tag"."name" FROM "Tag" WHERE "Tag"."id" = ? AND "Tag"."name" = ?;

-- findMany
SELECT "Tag"."id", "Tag"."name" FROM "Tag";

-- select
SELECT "users"."id", "users"."name" FROM "users";

-- where, orderBy, skip, take
SELECT "Tag"."id", "Tag"."name" FROM "Tag" WHERE "Tag"."name" > ? AND "Tag"."id" IN (SELECT value FROM json_each(?)) ORDER BY "Tag"."name" DESC LIMIT ? OFFSET ?;

-- take of the last
SELECT "Tag"."id", "Tag"."name" FROM "Tag" ORDER BY "Tag"."id" DESC LIMIT ?;

-- or, not
SELECT "Tag"."id", "Tag"."name" FROM "Tag" WHERE "Tag"."name" = ? OR (NOT ("Tag"."name" = ?));

-- contains
SELECT "Tag"."id", "Tag"."name" FROM "Tag" WHERE instr("Tag"."name", ?) > 0;

-- insensitive
SELECT "Tag"."id", "Tag"."name" FROM "Tag" WHERE caspian_fold("Tag"."name") GLOB caspian_fold(?);

-- field with field
SELECT COUNT(*) FROM "Post" WHERE "Post"."views" > "Post"."likes";

-- nullsLast
SELECT "Member"."orgId", "Member"."userId", "Member"."level" FROM "Member" ORDER BY "Member"."level" ASC NULLS LAST;

-- orderBy a relation's field
SELECT "Badge"."id", "Badge"."name", "Badge"."orgId", "Badge"."userId" FROM "Badge" ORDER BY (SELECT "t1"."level" FROM "Member" AS "t1" WHERE "t1"."orgId" = "Badge"."orgId" AND "t1"."userId" = "Badge"."userId") ASC;

-- orderBy a count
SELECT "Tag"."id", "Tag"."name" FROM "Tag" ORDER BY (SELECT COUNT(*) FROM "_PostToTag" AS "t2" JOIN "Post" AS "t1" ON "t1"."id" = "t2"."A" WHERE "t2"."B" = "Tag"."id") DESC;

-- cursor
SELECT "Tag"."id", "Tag"."name" FROM "Tag" WHERE "Tag"."name" > (SELECT "Tag"."name" FROM "Tag" WHERE "Tag"."id" = ?) OR ("Tag"."name" = (SELECT "Tag"."name" FROM "Tag" WHERE "Tag"."id" = ?) AND "Tag"."id" >= (SELECT "Tag"."id" FROM "Tag" WHERE "Tag"."id" = ?)) ORDER BY "Tag"."name" ASC, "Tag"."id" ASC;

-- distinct
SELECT "Comment"."id", "Comment"."body", "Comment"."approved", "Comment"."postId" FROM (SELECT "Comment"."id" AS "id", "Comment"."body" AS "body", "Comment"."approved" AS "approved", "Comment"."postId" AS "postId", ROW_NUMBER() OVER (PARTITION BY "Comment"."postId" ORDER BY "Comment"."id" ASC) AS "__row" FROM "Comment") AS "Comment" WHERE "Comment"."__row" = 1 ORDER BY "Comment"."id" ASC;

-- some
SELECT "Tag"."id", "Tag"."name" FROM "Tag" WHERE EXISTS (SELECT 1 FROM "_PostToTag" AS "t2" JOIN "Post" AS "t1" ON "t1"."id" = "t2"."A" WHERE "t2"."B" = "Tag"."id" AND "t1"."published" = ?);

-- every
SELECT COUNT(*) FROM "users" WHERE NOT EXISTS (SELECT 1 FROM "Post" AS "t1" WHERE "t1"."authorId" = "users"."id" AND NOT ("t1"."published" = ?));

-- none
SELECT COUNT(*) FROM "users" WHERE NOT EXISTS (SELECT 1 FROM "Post" AS "t1" WHERE "t1"."authorId" = "users"."id");

-- is
SELECT COUNT(*) FROM "Comment" WHERE EXISTS (SELECT 1 FROM "Post" AS "t1" WHERE "t1"."id" = "Comment"."postId" AND "t1"."published" = ?);

-- isNot
SELECT COUNT(*) FROM "Comment" WHERE NOT EXISTS (SELECT 1 FROM "Post" AS "t1" WHERE "t1"."id" = "Comment"."postId" AND (NOT ("t1"."published" = ?)) IS NOT TRUE);

-- isNull of a relation
SELECT COUNT(*) FROM "Post" WHERE "Post"."editorId" IS NULL;

-- Json path
SELECT COUNT(*) FROM "users" WHERE caspian_json(("users"."settings" -> ?)) = caspian_json(?);

-- Json array
SELECT COUNT(*) FROM "users" WHERE json_type(("users"."settings" -> ?)) = 'array' AND caspian_json_contains(("users"."settings" -> ?), ?);

-- count of a query
SELECT COUNT(*) FROM (SELECT "Tag"."id" AS "id", "Tag"."name" AS "name" FROM "Tag" LIMIT ? OFFSET ?) AS "Tag";

-- exists
SELECT 1 FROM "Tag" WHERE "Tag"."name" = ? LIMIT ?;

-- projection
SELECT "Comment"."body", (SELECT "t1"."post_title" FROM "Post" AS "t1" WHERE "t1"."id" = "Comment"."postId") FROM "Comment";

-- aggregate
SELECT SUM("Post"."views"), AVG("Post"."views"), MAX("Post"."post_title") FROM "Post";

-- groupBy
SELECT "Post"."published", SUM("Post"."views") FROM "Post" WHERE "Post"."likes" > ? GROUP BY "Post"."published" HAVING COUNT(*) > ? ORDER BY SUM("Post"."views") DESC LIMIT ?;

-- include one to many
SELECT "Org"."id", "Org"."name" FROM "Org";
SELECT "Member"."orgId", "Member"."userId", "Member"."level" FROM "Member" WHERE "Member"."orgId" IN (SELECT value FROM json_each(?));

-- include one to one
SELECT "Profile"."id" FROM "Profile";
SELECT "Avatar"."id", "Avatar"."url", "Avatar"."profileId" FROM "Avatar" WHERE "Avatar"."profileId" IN (SELECT value FROM json_each(?));

-- include many to many
SELECT "Tag"."id", "Tag"."name" FROM "Tag";
SELECT "Post"."post_title", "t1"."B" FROM "Post" JOIN "_PostToTag" AS "t1" ON "t1"."A" = "Post"."id" WHERE "t1"."B" IN (SELECT value FROM json_each(?));

-- include by a compound key
SELECT "Member"."orgId", "Member"."userId", "Member"."level" FROM "Member";
SELECT "Badge"."id", "Badge"."name", "Badge"."orgId", "Badge"."userId" FROM "Badge" WHERE ("Badge"."orgId", "Badge"."userId") IN (SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(?));

-- include with a page for each parent
SELECT "Tag"."id", "Tag"."name" FROM "Tag";
SELECT "Post"."post_title", "Post"."__parent0" FROM (SELECT "Post"."id" AS "id", "Post"."slug" AS "slug", "Post"."post_title" AS "post_title", "Post"."published" AS "published", "Post"."views" AS "views", "Post"."likes" AS "likes", "Post"."authorId" AS "authorId", "Post"."editorId" AS "editorId", "Post"."createdAt" AS "createdAt", "t1"."B" AS "__parent0", ROW_NUMBER() OVER (PARTITION BY "t1"."B" ORDER BY "Post"."post_title" ASC) AS "__row" FROM "Post" JOIN "_PostToTag" AS "t1" ON "t1"."A" = "Post"."id" WHERE "t1"."B" IN (SELECT value FROM json_each(?))) AS "Post" WHERE "Post"."__row" > ? AND "Post"."__row" <= (? + ?) ORDER BY "Post"."post_title" ASC;

-- include a count
SELECT "Tag"."id", "Tag"."name", (SELECT COUNT(*) FROM "_PostToTag" AS "t2" JOIN "Post" AS "t1" ON "t1"."id" = "t2"."A" WHERE "t2"."B" = "Tag"."id") FROM "Tag";

-- create
INSERT INTO "Tag" ("name") VALUES (?) RETURNING "Tag"."id", "Tag"."name";

-- createMany
INSERT INTO "Tag" ("name") VALUES (?), (?);

-- createMany, skipDuplicates
INSERT INTO "Tag" ("name") VALUES (?) ON CONFLICT DO NOTHING;

-- create with nested records
INSERT INTO "Tag" ("name") VALUES (?) RETURNING "Tag"."id";
SELECT "users"."id" FROM "users" WHERE "users"."id" = ?;
INSERT INTO "Post" ("id", "post_title", "published", "views", "likes", "authorId", "createdAt") VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING "Post"."id";
INSERT INTO "Comment" ("id", "body", "approved", "postId") VALUES (?, ?, ?, ?) RETURNING "Comment"."id";
INSERT INTO "_PostToTag" ("B", "A") VALUES (?, ?) ON CONFLICT DO NOTHING;
SELECT "Tag"."id", "Tag"."name" FROM "Tag" WHERE "Tag"."id" IN (SELECT value FROM json_each(?));

-- update
UPDATE "Tag" SET "name" = ? WHERE "Tag"."id" = ? RETURNING "Tag"."id", "Tag"."name";

-- update of a relation
SELECT "Tag"."id" FROM "Tag" WHERE "Tag"."id" = ?;
SELECT "Post"."id" FROM "Post" WHERE "Post"."id" = ?;
INSERT INTO "_PostToTag" ("B", "A") VALUES (?, ?) ON CONFLICT DO NOTHING;
SELECT "Tag"."id", "Tag"."name" FROM "Tag" WHERE "Tag"."id" IN (SELECT value FROM json_each(?));

-- disconnect
SELECT "Tag"."id" FROM "Tag" WHERE "Tag"."id" = ?;
SELECT "Post"."id" FROM "Post" WHERE "Post"."id" = ?;
DELETE FROM "_PostToTag" WHERE "_PostToTag"."B" = ? AND "_PostToTag"."A" IN (SELECT value FROM json_each(?));
SELECT "Tag"."id", "Tag"."name" FROM "Tag" WHERE "Tag"."id" IN (SELECT value FROM json_each(?));

-- increment
UPDATE "Post" SET "views" = CASE WHEN typeof("Post"."views") = 'integer' AND "Post"."views" + ? BETWEEN -2147483648 AND 2147483647 THEN "Post"."views" + ? ELSE caspian_int("Post"."views", '+', ?) END WHERE "Post"."likes" > ?;

-- updateMany, limit
SELECT "Tag"."id" FROM "Tag" WHERE "Tag"."name" > ? LIMIT ?;
UPDATE "Tag" SET "name" = ? WHERE 1=0;

-- upsert
INSERT INTO "Tag" ("name") VALUES (?) ON CONFLICT ("name") DO UPDATE SET "name" = ? RETURNING "Tag"."id", "Tag"."name";

-- delete
DELETE FROM "Tag" WHERE "Tag"."name" = ? RETURNING "Tag"."id", "Tag"."name";

-- deleteMany
DELETE FROM "Comment" WHERE "Comment"."approved" = ?;

-- deleteMany by a relation, limit
SELECT "Comment"."id" FROM "Comment" WHERE EXISTS (SELECT 1 FROM "Post" AS "t1" WHERE "t1"."id" = "Comment"."postId" AND "t1"."post_title" = ?) LIMIT ?;
DELETE FROM "Comment" WHERE 1=0;

