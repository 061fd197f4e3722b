-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "sales";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "staff";

-- CreateEnum
CREATE TYPE "staff"."Rank" AS ENUM ('High', 'Low');

-- CreateTable
CREATE TABLE "staff"."Person" (
    "id" INTEGER NOT NULL,
    "rank" "staff"."Rank" NOT NULL DEFAULT 'Low',

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sales"."Order" (
    "id" INTEGER NOT NULL,
    "personId" INTEGER,

    CONSTRAINT "Order_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Order_personId_key" ON "sales"."Order"("personId");

-- AddForeignKey
ALTER TABLE "sales"."Order" ADD CONSTRAINT "Order_personId_fkey" FOREIGN KEY ("personId") REFERENCES "staff"."Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
