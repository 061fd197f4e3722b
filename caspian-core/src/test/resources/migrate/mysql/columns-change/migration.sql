/*
  Warnings:

  - The column `old` of the table `Ship` will be dropped. Its values will be lost.
  - The primary key of the table `Port` will be changed. The migration will fail if the new key has duplicate values.
  - A unique index on [name, crew] will be added to the table `Ship`. The migration will fail if there are duplicate values.
  - The column `tons` of the table `Ship` will become required. This fails if it has NULL values.
  - The required column `code` will be added to the table `Port` without a default value. This fails if the table has rows.

*/
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
