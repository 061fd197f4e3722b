-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Badge" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "userId" INTEGER,
    "tag" TEXT,
    CONSTRAINT "Badge_userId_tag_fkey" FOREIGN KEY ("userId", "tag") REFERENCES "Membership" ("userId", "tag") ON DELETE NO ACTION ON UPDATE NO ACTION
);
INSERT INTO "new_Badge" ("id", "tag", "userId") SELECT "id", "tag", "userId" FROM "Badge";
DROP TABLE "Badge";
ALTER TABLE "new_Badge" RENAME TO "Badge";
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
