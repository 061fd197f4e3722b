/*
  Warnings:

  - The table `no_columns` will be dropped. Its rows will be lost.

*/
-- DropTable
DROP TABLE "no_columns";
