-- DropIndex
DROP INDEX "_StampToTag_AB_unique";

-- DropIndex
DROP INDEX "_StampToTag_B_index";

-- DropTable
PRAGMA foreign_keys=off;
DROP TABLE "_StampToTag";
PRAGMA foreign_keys=on;

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Coin" (
    "id" INTEGER NOT NULL,
    "mint" TEXT NOT NULL,
    "year" INTEGER NOT NULL,

    PRIMARY KEY ("mint", "year")
);
INSERT INTO "new_Coin" ("id", "mint", "year") SELECT "id", "mint", "year" FROM "Coin";
DROP TABLE "Coin";
ALTER TABLE "new_Coin" RENAME TO "Coin";
CREATE UNIQUE INDEX "Coin_id_key" ON "Coin"("id");
CREATE TABLE "new_Note" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "coinId" INTEGER NOT NULL
);
INSERT INTO "new_Note" ("coinId", "id") SELECT "coinId", "id" FROM "Note";
DROP TABLE "Note";
ALTER TABLE "new_Note" RENAME TO "Note";
CREATE TABLE "new_Stamp" (
    "code" TEXT NOT NULL PRIMARY KEY,
    "id" INTEGER NOT NULL
);
INSERT INTO "new_Stamp" ("code", "id") SELECT "code", "id" FROM "Stamp";
DROP TABLE "Stamp";
ALTER TABLE "new_Stamp" RENAME TO "Stamp";
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
