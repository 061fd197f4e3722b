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
