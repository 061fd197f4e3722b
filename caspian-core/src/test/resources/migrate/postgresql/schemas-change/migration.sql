-- AlterEnum
BEGIN;
CREATE TYPE "State_new" AS ENUM ('X', 'Y');
ALTER TABLE "A" ALTER COLUMN "state" DROP DEFAULT;
ALTER TABLE "other"."B" ALTER COLUMN "also" DROP DEFAULT;
ALTER TABLE "other"."B" ALTER COLUMN "also" TYPE "State_new" USING ("also"::text::"State_new");
ALTER TABLE "A" ALTER COLUMN "state" TYPE "State_new" USING ("state"::text::"State_new");
ALTER TYPE "State" RENAME TO "State_old";
ALTER TYPE "State_new" RENAME TO "State";
DROP TYPE "State_old";
ALTER TABLE "A" ALTER COLUMN "state" SET DEFAULT 'X';
ALTER TABLE "other"."B" ALTER COLUMN "also" SET DEFAULT 'X';
COMMIT;

-- AlterEnum
ALTER TYPE "other"."Kind" ADD VALUE 'W';

-- DropForeignKey
ALTER TABLE "other"."B" DROP CONSTRAINT "B_id_fkey";

-- DropIndex
DROP INDEX "other"."B_kind_idx";

-- AlterTable
ALTER TABLE "A" ADD COLUMN     "count" SERIAL NOT NULL,
ADD COLUMN     "last" "State" NOT NULL DEFAULT 'Y';

-- AlterTable
ALTER TABLE "other"."B" ADD COLUMN     "count" SERIAL NOT NULL,
ALTER COLUMN "also" SET DEFAULT 'X';

-- CreateIndex
CREATE INDEX "B_also_idx" ON "other"."B"("also");
