-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Mood" AS ENUM ('Calm', 'storm_y');

-- CreateTable
CREATE TABLE "Sample" (
    "string" TEXT NOT NULL,
    "int" INTEGER NOT NULL DEFAULT -42,
    "bigInt" BIGINT NOT NULL DEFAULT 9007199254740993,
    "float" DOUBLE PRECISION NOT NULL DEFAULT 2.50,
    "decimal" DECIMAL(65,30) NOT NULL DEFAULT 12.3400,
    "boolean" BOOLEAN NOT NULL DEFAULT false,
    "dateTime" TIMESTAMP(3) NOT NULL DEFAULT '2024-02-29 12:30:00.250 +02:00',
    "now" TIMESTAMP(3) DEFAULT CURRENT_TIMESTAMP,
    "json" JSONB,
    "bytes" BYTEA NOT NULL,
    "mood" "Mood" NOT NULL DEFAULT 'storm_y',
    "uuid" TEXT NOT NULL,
    "sql" INTEGER NOT NULL DEFAULT (40 + 2),
    "unknown" point,

    CONSTRAINT "Sample_pkey" PRIMARY KEY ("string")
);
