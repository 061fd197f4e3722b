-- CreateEnum
CREATE TYPE "Fresh" AS ENUM ('New');

-- AlterEnum
ALTER TYPE "Grown" ADD VALUE '2';

-- AlterEnum
BEGIN;
CREATE TYPE "Shrunk_new" AS ENUM ('Keep');
ALTER TABLE "Thing" ALTER COLUMN "all" DROP DEFAULT;
ALTER TABLE "Thing" ALTER COLUMN "main" DROP DEFAULT;
ALTER TABLE "Thing" ALTER COLUMN "main" TYPE "Shrunk_new" USING ("main"::text::"Shrunk_new");
ALTER TABLE "Thing" ALTER COLUMN "all" TYPE "Shrunk_new"[] USING ("all"::text::"Shrunk_new"[]);
ALTER TYPE "Shrunk" RENAME TO "Shrunk_old";
ALTER TYPE "Shrunk_new" RENAME TO "Shrunk";
DROP TYPE "Shrunk_old";
ALTER TABLE "Thing" ALTER COLUMN "all" SET DEFAULT ARRAY['Keep']::"Shrunk"[];
ALTER TABLE "Thing" ALTER COLUMN "main" SET DEFAULT 'Keep';
COMMIT;

-- AlterTable
ALTER TABLE "Thing" DROP COLUMN "gone",
ADD COLUMN     "fresh" "Fresh" NOT NULL DEFAULT 'New';

-- DropEnum
DROP TYPE "Gone";
