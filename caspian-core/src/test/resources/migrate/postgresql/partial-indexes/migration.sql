-- DropIndex
DROP INDEX "dropped";

-- DropIndex
DROP INDEX "changed";

-- CreateIndex
CREATE UNIQUE INDEX "Account_mail_key" ON "Account"("mail") WHERE ("active" != false);

-- CreateIndex
CREATE INDEX "Account_tenant_mail_idx" ON "Account"("tenant" ASC, "mail" DESC) WHERE ("tenant" = -5 AND "weight" = 1.50 AND "kind" = 'BIG');

-- CreateIndex
CREATE INDEX "Account_weight_idx" ON "Account"("weight") WHERE (weight > 1) OR (tenant < 2);

-- CreateIndex
CREATE INDEX "Account_since_idx" ON "Account"("since") WHERE (tenant > 1);

-- CreateIndex
CREATE INDEX "of a moment" ON "Account"("mail") WHERE ("since" = '2024-01-02T03:04:05Z');

-- CreateIndex
CREATE UNIQUE INDEX "changed" ON "Account"("mail") WHERE ("since" IS NOT NULL AND "mail" != 'it''s');
