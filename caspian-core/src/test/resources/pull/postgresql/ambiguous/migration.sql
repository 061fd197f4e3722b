-- DropForeignKey
ALTER TABLE "_selfie" DROP CONSTRAINT "_selfie_A_fkey";

-- DropForeignKey
ALTER TABLE "_selfie" DROP CONSTRAINT "_selfie_B_fkey";

-- AlterTable
ALTER TABLE "_bTod" RENAME CONSTRAINT "_bTod_pkey" TO "_bTod_AB_pkey";

-- AlterTable
ALTER TABLE "_selfie" ADD CONSTRAINT "_selfie_AB_pkey" PRIMARY KEY ("A", "B");

-- DropIndex
DROP INDEX "_selfie_A_B_idx";

-- AddForeignKey
ALTER TABLE "_selfie" ADD CONSTRAINT "_selfie_A_fkey" FOREIGN KEY ("A") REFERENCES "c"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_selfie" ADD CONSTRAINT "_selfie_B_fkey" FOREIGN KEY ("B") REFERENCES "c"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- RenameIndex
ALTER INDEX "_bTod_B_idx" RENAME TO "_bTod_B_index";

-- RenameIndex
ALTER INDEX "_selfie_B_idx" RENAME TO "_selfie_B_index";
