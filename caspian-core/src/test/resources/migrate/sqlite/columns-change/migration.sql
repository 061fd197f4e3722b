-- DropIndex
DROP INDEX "Wreck_ship_key";

-- DropTable
PRAGMA foreign_keys=off;
DROP TABLE "Wreck";
PRAGMA foreign_keys=on;

-- CreateTable
CREATE TABLE "Buoy" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Ship" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "name" TEXT NOT NULL,
    "flag" TEXT NOT NULL DEFAULT 'none',
    "tons" BIGINT,
    "speed" TEXT NOT NULL,
    "launch" DATETIME,
    "crew" INTEGER NOT NULL DEFAULT 12,
    "portId" INTEGER NOT NULL,
    CONSTRAINT "Ship_portId_fkey" FOREIGN KEY ("portId") REFERENCES "Port" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_Ship" ("flag", "id", "name", "portId", "speed", "tons") SELECT coalesce("flag", 'none') AS "flag", "id", "name", "portId", "speed", "tons" FROM "Ship";
DROP TABLE "Ship";
ALTER TABLE "new_Ship" RENAME TO "Ship";
CREATE UNIQUE INDEX "Ship_name_key" ON "Ship"("name");
CREATE INDEX "fast" ON "Ship"("speed");
CREATE INDEX "Ship_launch_crew_idx" ON "Ship"("launch", "crew");
CREATE TABLE "new_Port" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "name" TEXT NOT NULL DEFAULT 'Harbour',
    "country" TEXT
);
INSERT INTO "new_Port" ("id", "name") SELECT "id", "name" FROM "Port";
DROP TABLE "Port";
ALTER TABLE "new_Port" RENAME TO "Port";
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
