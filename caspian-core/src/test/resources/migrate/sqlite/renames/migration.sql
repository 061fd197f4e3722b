-- RenameTable
ALTER TABLE "Person" RENAME TO "Being";

-- RenameTable
ALTER TABLE "_HouseToPerson" RENAME TO "_BeingToHouse";

-- RenameColumn
ALTER TABLE "Being" RENAME COLUMN "id" TO "number";

-- RenameColumn
ALTER TABLE "Being" RENAME COLUMN "nick" TO "alias";

-- RenameColumn
ALTER TABLE "Pet" RENAME COLUMN "name" TO "given name";

-- RenameColumn
ALTER TABLE "Pet" RENAME COLUMN "ownerId" TO "keeperId";

-- SwapColumns
ALTER TABLE "_BeingToHouse" RENAME COLUMN "A" TO "A_B";
ALTER TABLE "_BeingToHouse" RENAME COLUMN "B" TO "A";
ALTER TABLE "_BeingToHouse" RENAME COLUMN "A_B" TO "B";

-- DropIndex
DROP INDEX "_HouseToPerson_AB_unique";

-- DropIndex
DROP INDEX "_HouseToPerson_B_index";

-- AlterTable
ALTER TABLE "House" ADD COLUMN "size" INTEGER;

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Pet" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "given name" TEXT NOT NULL DEFAULT 'Rex',
    "keeperId" INTEGER,
    CONSTRAINT "Pet_keeperId_fkey" FOREIGN KEY ("keeperId") REFERENCES "Being" ("number") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Pet" ("given name", "id", "keeperId") SELECT "given name", "id", "keeperId" FROM "Pet";
DROP TABLE "Pet";
ALTER TABLE "new_Pet" RENAME TO "Pet";
CREATE INDEX "Pet_keeperId_idx" ON "Pet"("keeperId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE UNIQUE INDEX "_BeingToHouse_AB_unique" ON "_BeingToHouse"("A", "B");

-- CreateIndex
CREATE INDEX "_BeingToHouse_B_index" ON "_BeingToHouse"("B");

-- RedefineIndex
DROP INDEX "Person_nick_key";
CREATE UNIQUE INDEX "Being_alias_key" ON "Being"("alias");

-- RedefineIndex
DROP INDEX "Person_nick_age_idx";
CREATE INDEX "Being_alias_age_idx" ON "Being"("alias", "age");
