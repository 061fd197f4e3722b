-- AlterTable
ALTER TABLE "_likes" ADD CONSTRAINT "_likes_AB_pkey" PRIMARY KEY ("A", "B");

-- DropIndex
DROP INDEX "_likes_AB_unique";
