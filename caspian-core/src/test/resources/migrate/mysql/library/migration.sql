-- CreateTable
CREATE TABLE `authors` (
    `id` VARCHAR(191) NOT NULL,
    `pen_name` VARCHAR(191) NOT NULL,
    `bio` TEXT NULL,
    `mood` ENUM('Calm', 'storm_y') NULL DEFAULT 'storm_y',
    `joined` DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    `seen` DATETIME(6) NULL DEFAULT CURRENT_TIMESTAMP(6),

    UNIQUE INDEX `authors_pen_name_key`(`pen_name`),
    FULLTEXT INDEX `authors_bio_idx`(`bio`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `Book` (
    `id` INTEGER UNSIGNED NOT NULL AUTO_INCREMENT,
    `title` VARCHAR(80) NOT NULL DEFAULT 'It''s \\ new',
    `price` DECIMAL(8, 2) NOT NULL DEFAULT 1.5,
    `inPrint` BOOLEAN NOT NULL DEFAULT true,
    `meta` JSON NOT NULL,
    `cover` LONGBLOB NULL,
    `authorId` VARCHAR(191) NOT NULL,

    INDEX `Book_title_price_idx`(`title`(10), `price` DESC),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `Shelf` (
    `floor` INTEGER NOT NULL,
    `code` VARCHAR(191) NOT NULL,
    `id` BIGINT NOT NULL,

    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `_BookToShelf` (
    `A` INTEGER UNSIGNED NOT NULL,
    `B` BIGINT NOT NULL,

    UNIQUE INDEX `_BookToShelf_AB_unique`(`A`, `B`),
    INDEX `_BookToShelf_B_index`(`B`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- AddForeignKey
ALTER TABLE `Book` ADD CONSTRAINT `Book_authorId_fkey` FOREIGN KEY (`authorId`) REFERENCES `authors`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE `_BookToShelf` ADD CONSTRAINT `_BookToShelf_A_fkey` FOREIGN KEY (`A`) REFERENCES `Book`(`id`) ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE `_BookToShelf` ADD CONSTRAINT `_BookToShelf_B_fkey` FOREIGN KEY (`B`) REFERENCES `Shelf`(`id`) ON DELETE CASCADE ON UPDATE CASCADE;
