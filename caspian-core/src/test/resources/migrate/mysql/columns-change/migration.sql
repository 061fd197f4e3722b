-- DropForeignKey
ALTER TABLE `Ship` DROP FOREIGN KEY `Ship_portId_fkey`;

-- AlterTable
ALTER TABLE `Ship` DROP COLUMN `old`,
    ADD COLUMN `crew` INTEGER NULL,
    ALTER COLUMN `name` DROP DEFAULT,
    MODIFY `mood` ENUM('Calm', 'Stormy') NOT NULL DEFAULT 'Stormy',
    MODIFY `tons` BIGINT NOT NULL DEFAULT 7;

-- AlterTable
ALTER TABLE `Port` DROP PRIMARY KEY,
    ADD COLUMN `code` VARCHAR(191) NOT NULL,
    ADD PRIMARY KEY (`code`);

-- CreateIndex
CREATE UNIQUE INDEX `Ship_name_crew_key` ON `Ship`(`name`, `crew`);

-- RenameIndex
ALTER TABLE `Ship` RENAME INDEX `heavy` TO `heaviest`;
