-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "Reading" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "label" VARCHAR(40) NOT NULL DEFAULT 'x',
    "code" CHAR(3),
    "address" INET,
    "bits" BIT(3) NOT NULL DEFAULT '101',
    "small" SMALLSERIAL NOT NULL,
    "big" BIGSERIAL NOT NULL,
    "real" REAL NOT NULL,
    "price" DECIMAL(10,2) NOT NULL DEFAULT 9.99,
    "paid" MONEY,
    "day" DATE NOT NULL,
    "clock" TIMETZ(2),
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "plain" TIMESTAMP,
    "doc" JSONB NOT NULL DEFAULT '{"a": [1, 2], "b": "it''s"}',
    "old" JSON,
    "blob" BYTEA NOT NULL DEFAULT '\x010203ff',
    "names" TEXT[] DEFAULT ARRAY['a', 'it''s, b']::TEXT[],
    "numbers" INTEGER[],
    "empty" BIGINT[] DEFAULT ARRAY[]::BIGINT[],
    "prices" DECIMAL(8,3)[] DEFAULT ARRAY[1.5, 2]::DECIMAL(8,3)[],
    "blobs" BYTEA[] DEFAULT ARRAY['\x010203']::BYTEA[],
    "flags" BOOLEAN[] DEFAULT ARRAY[true, false]::BOOLEAN[],

    CONSTRAINT "Reading_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Reading_names_idx" ON "Reading" USING GIN ("names");

-- CreateIndex
CREATE INDEX "Reading_doc_idx" ON "Reading" USING GIN ("doc" jsonb_path_ops);

-- CreateIndex
CREATE INDEX "reading_hash" ON "Reading" USING HASH ("label");

-- CreateIndex
CREATE INDEX "Reading_day_idx" ON "Reading" USING BRIN ("day");

-- CreateIndex
CREATE INDEX "Reading_label_idx" ON "Reading"("label" text_pattern_ops DESC);
