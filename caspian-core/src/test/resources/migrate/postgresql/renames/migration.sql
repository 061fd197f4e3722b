-- RenameTable
ALTER TABLE "Person" RENAME TO "Being";
ALTER SEQUENCE "Person_id_seq" RENAME TO "Being_id_seq";

-- RenameTable
ALTER TABLE "_HouseToPerson" RENAME TO "_BeingToHouse";

-- RenameColumn
ALTER TABLE "Being" RENAME COLUMN "id" TO "number";
ALTER SEQUENCE "Being_id_seq" RENAME TO "Being_number_seq";

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
DROP INDEX "_HouseToPerson_B_index";

-- AlterTable
ALTER TABLE "Being" RENAME CONSTRAINT "Person_pkey" TO "Being_pkey";

-- AlterTable
ALTER TABLE "Pet" ALTER COLUMN "given name" SET DEFAULT 'Rex';

-- AlterTable
ALTER TABLE "House" ADD COLUMN     "size" INTEGER;

-- AlterTable
ALTER TABLE "_BeingToHouse" DROP CONSTRAINT "_HouseToPerson_AB_pkey",
ADD CONSTRAINT "_BeingToHouse_AB_pkey" PRIMARY KEY ("A", "B");

-- CreateIndex
CREATE INDEX "_BeingToHouse_B_index" ON "_BeingToHouse"("B");

-- RenameForeignKey
ALTER TABLE "Pet" RENAME CONSTRAINT "Pet_ownerId_fkey" TO "Pet_keeperId_fkey";

-- RenameIndex
ALTER INDEX "Person_nick_key" RENAME TO "Being_alias_key";

-- RenameIndex
ALTER INDEX "Person_nick_age_idx" RENAME TO "Being_alias_age_idx";

-- RenameIndex
ALTER INDEX "Pet_ownerId_idx" RENAME TO "Pet_keeperId_idx";
