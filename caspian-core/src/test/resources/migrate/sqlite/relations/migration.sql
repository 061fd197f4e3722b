-- CreateTable
CREATE TABLE "Person" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "bossId" INTEGER,
    CONSTRAINT "Person_bossId_fkey" FOREIGN KEY ("bossId") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Passport" (
    "number" TEXT NOT NULL PRIMARY KEY,
    "holderId" INTEGER NOT NULL,
    CONSTRAINT "Passport_holderId_fkey" FOREIGN KEY ("holderId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE NO ACTION
);

-- CreateTable
CREATE TABLE "Flight" (
    "line" TEXT NOT NULL,
    "day" DATETIME NOT NULL,

    PRIMARY KEY ("line", "day")
);

-- CreateTable
CREATE TABLE "Seat" (
    "line" TEXT,
    "day" DATETIME,
    "row" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "personId" INTEGER DEFAULT 1,
    CONSTRAINT "Seat_line_day_fkey" FOREIGN KEY ("line", "day") REFERENCES "Flight" ("line", "day") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Seat_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE SET DEFAULT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "_friendship" (
    "A" INTEGER NOT NULL,
    "B" INTEGER NOT NULL,
    CONSTRAINT "_friendship_A_fkey" FOREIGN KEY ("A") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "_friendship_B_fkey" FOREIGN KEY ("B") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "Passport_holderId_key" ON "Passport"("holderId");

-- CreateIndex
CREATE UNIQUE INDEX "Seat_line_day_row_key" ON "Seat"("line", "day", "row");

-- CreateIndex
CREATE UNIQUE INDEX "_friendship_AB_unique" ON "_friendship"("A", "B");

-- CreateIndex
CREATE INDEX "_friendship_B_index" ON "_friendship"("B");
