-- The roles. It may run as often as it likes.
INSERT INTO "UserRole" ("name") VALUES ('admin') ON CONFLICT ("name") DO NOTHING;
INSERT INTO "UserRole" ("name") VALUES ('author') ON CONFLICT ("name") DO NOTHING;
