/*
  Warnings:

  - The primary key of the table `Coin` will be changed. The migration will fail if the new key has duplicate values.
  - The primary key of the table `Stamp` will be changed. The migration will fail if the new key has duplicate values.
  - The table `_StampToTag` will be dropped. Its rows will be lost.
  - A unique index on [id] will be added to the table `Coin`. The migration will fail if there are duplicate values.

*/
-- DropForeignKey
ALTER TABLE "Note" DROP CONSTRAINT "Note_coinId_fkey";

-- DropForeignKey
ALTER TABLE "_StampToTag" DROP CONSTRAINT "_StampToTag_A_fkey";

-- DropForeignKey
ALTER TABLE "_StampToTag" DROP CONSTRAINT "_StampToTag_B_fkey";

-- DropIndex
DROP INDEX "Stamp_code_key";

-- AlterTable
ALTER TABLE "Coin" DROP CONSTRAINT "Coin_pkey",
ADD CONSTRAINT "Coin_pkey" PRIMARY KEY ("mint", "year");

-- AlterTable
ALTER TABLE "Stamp" DROP CONSTRAINT "Stamp_pkey",
ADD CONSTRAINT "Stamp_pkey" PRIMARY KEY ("code");

-- DropTable
DROP TABLE "_StampToTag";

-- CreateIndex
CREATE UNIQUE INDEX "Coin_id_key" ON "Coin"("id");
