/*
  Warnings:

  - The column `cut` of the table `Cast` will be cast from TEXT to VARCHAR(5). Values may be cut, or make the migration fail.
  - The column `price` of the table `Cast` will be cast from DECIMAL(10,2) to DECIMAL(8,2). Values may be cut, or make the migration fail.
  - The column `number` of the table `Cast` will be dropped and created again, because TEXT cannot be cast to INTEGER. It is required and has no default value: this fails if the table has rows.

*/
-- AlterTable
CREATE SEQUENCE cast_counted_seq;
ALTER TABLE "Cast" ALTER COLUMN "widened" SET DATA TYPE BIGINT,
ALTER COLUMN "cut" SET DATA TYPE VARCHAR(5),
ALTER COLUMN "longer" DROP NOT NULL,
ALTER COLUMN "longer" SET DATA TYPE VARCHAR(20),
ALTER COLUMN "moved" SET DATA TYPE TIMESTAMPTZ(3),
ALTER COLUMN "list" SET DATA TYPE TEXT[],
DROP COLUMN "number",
ADD COLUMN     "number" INTEGER NOT NULL,
ALTER COLUMN "counted" SET DEFAULT nextval('cast_counted_seq'),
ALTER COLUMN "fixed" DROP DEFAULT,
ALTER COLUMN "fixed" SET DEFAULT 5,
ALTER COLUMN "price" SET DATA TYPE DECIMAL(8,2);
ALTER SEQUENCE cast_counted_seq OWNED BY "Cast"."counted";

-- CreateIndex
CREATE INDEX "Cast_number_cut_idx" ON "Cast"("number", "cut");
