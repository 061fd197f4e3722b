-- RenameTable
ALTER TABLE `Person` RENAME TO `Being`;

-- RenameTable
ALTER TABLE `_HouseToPerson` RENAME TO `_BeingToHouse`;

-- RenameColumn
ALTER TABLE `Being` RENAME COLUMN `id` TO `number`;

-- RenameColumn
ALTER TABLE `Being` RENAME COLUMN `nick` TO `alias`;

-- RenameColumn
ALTER TABLE `Pet` RENAME COLUMN `name` TO `given name`;

-- RenameColumn
ALTER TABLE `Pet` RENAME COLUMN `ownerId` TO `keeperId`;

-- SwapColumns
ALTER TABLE `_BeingToHouse` RENAME COLUMN `A` TO `A_B`;
ALTER TABLE `_BeingToHouse` RENAME COLUMN `B` TO `A`;
ALTER TABLE `_BeingToHouse` RENAME COLUMN `A_B` TO `B`;

-- DropForeignKey
ALTER TABLE `Pet` DROP FOREIGN KEY `Pet_ownerId_fkey`;

-- DropIndex
DROP INDEX `_HouseToPerson_AB_unique` ON `_BeingToHouse`;

-- AlterTable
ALTER TABLE `Pet` MODIFY `given name` VARCHAR(191) NOT NULL DEFAULT 'Rex';

-- AlterTable
ALTER TABLE `House` ADD COLUMN `size` INTEGER NULL;

-- CreateIndex
CREATE UNIQUE INDEX `_BeingToHouse_AB_unique` ON `_BeingToHouse`(`A`, `B`);

-- CreateIndex
CREATE INDEX `_BeingToHouse_B_index` ON `_BeingToHouse`(`B`);

-- AddForeignKey
ALTER TABLE `Pet` ADD CONSTRAINT `Pet_keeperId_fkey` FOREIGN KEY (`keeperId`) REFERENCES `Being`(`number`) ON DELETE SET NULL ON UPDATE CASCADE;

-- RenameIndex
ALTER TABLE `Being` RENAME INDEX `Person_nick_key` TO `Being_alias_key`;

-- RenameIndex
ALTER TABLE `Being` RENAME INDEX `Person_nick_age_idx` TO `Being_alias_age_idx`;

-- RenameIndex
ALTER TABLE `Pet` RENAME INDEX `Pet_ownerId_idx` TO `Pet_keeperId_idx`;
