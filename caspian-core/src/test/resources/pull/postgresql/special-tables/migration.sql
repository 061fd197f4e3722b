-- DropTable
DROP TABLE "no_columns";
