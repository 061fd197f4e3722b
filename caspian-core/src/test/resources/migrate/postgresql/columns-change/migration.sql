-- DropForeignKey
ALTER TABLE "Ship" DROP CONSTRAINT "Ship_portId_fkey";

-- DropIndex
DROP INDEX "Ship_name_idx";

-- DropIndex
DROP INDEX "Ship_flag_tons_key";

-- AlterTable
ALTER TABLE "Ship" DROP COLUMN "elder",
DROP COLUMN "old",
ADD COLUMN     "crew" INTEGER NOT NULL DEFAULT 12,
ADD COLUMN     "launch" TIMESTAMP(3),
ALTER COLUMN "flag" SET NOT NULL,
ALTER COLUMN "flag" SET DEFAULT 'none',
ALTER COLUMN "tons" SET DATA TYPE BIGINT,
ALTER COLUMN "speed" SET DATA TYPE TEXT,
ALTER COLUMN "portId" SET NOT NULL;

-- AlterTable
ALTER TABLE "Port" ADD COLUMN     "country" TEXT,
ALTER COLUMN "name" SET DEFAULT 'Harbour';

-- DropTable
DROP TABLE "Wreck";

-- CreateTable
CREATE TABLE "Buoy" (
    "id" INTEGER NOT NULL,

    CONSTRAINT "Buoy_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Ship_name_key" ON "Ship"("name");

-- CreateIndex
CREATE INDEX "Ship_launch_crew_idx" ON "Ship"("launch", "crew");

-- AddForeignKey
ALTER TABLE "Ship" ADD CONSTRAINT "Ship_portId_fkey" FOREIGN KEY ("portId") REFERENCES "Port"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- RenameIndex
ALTER INDEX "slow" RENAME TO "fast";
