INSERT INTO "User" ("id", "email") VALUES ('1', 'alice@example.com'), ('2', 'bob@example.com');
INSERT INTO "User" ("id", "email") VALUES ('3', 'carol@example.com');
INSERT INTO "Post" ("id", "title", "authorId") VALUES ('1', 'Hello', '1'), ('2', 'Hello again', '1');
