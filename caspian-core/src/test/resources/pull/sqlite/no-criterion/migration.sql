-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_keyed" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "other" INTEGER,
    "to_unique" TEXT,
    CONSTRAINT "keyed_to_unique_fkey" FOREIGN KEY ("to_unique") REFERENCES "null_unique" ("a") ON DELETE NO ACTION ON UPDATE NO ACTION
);
INSERT INTO "new_keyed" ("id", "other", "to_unique") SELECT "id", "other", "to_unique" FROM "keyed";
DROP TABLE "keyed";
ALTER TABLE "new_keyed" RENAME TO "keyed";
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
