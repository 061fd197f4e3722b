-- What a person types into the sqlite3 shell: few types, short forms of keys, quoted keywords.
CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  name,
  email VARCHAR(255) NOT NULL UNIQUE,
  nick_name NVARCHAR(20) COLLATE NOCASE,
  age TINYINT DEFAULT 18,
  height DOUBLE PRECISION,
  salary NUMERIC(10, 2) DEFAULT 0.00,
  bonus DECIMAL(8,2) NOT NULL DEFAULT 12.5,
  born DATE,
  created_at DATETIME NOT NULL DEFAULT (datetime('now')),
  updated_at DATETIME DEFAULT CURRENT_TIMESTAMP,
  active BOOLEAN NOT NULL DEFAULT 1,
  hidden BOOL DEFAULT FALSE,
  avatar BLOB DEFAULT x'cafe',
  settings JSON DEFAULT '{"a": 1}',
  greeting TEXT DEFAULT 'it''s "fine"',
  token TEXT DEFAULT (lower(hex(randomblob(16)))),
  "nothing" TEXT DEFAULT NULL,
  negative INT DEFAULT -1,
  plus INT DEFAULT +1,
  big BIGINT DEFAULT 9007199254740993,
  real_value REAL DEFAULT 1.5,
  exponent REAL DEFAULT 1e3,
  weird GEOMETRY,
  "group" TEXT,
  "order by" TEXT,
  "2fa" TEXT,
  "ünïcode" TEXT
);
CREATE TABLE pet (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  owner INTEGER REFERENCES person,
  vet INTEGER REFERENCES person (id) ON DELETE SET NULL,
  name TEXT NOT NULL
);
CREATE INDEX pet_name ON pet (name DESC);
CREATE INDEX pet_owner_idx ON pet (owner);
CREATE UNIQUE INDEX pet_owner_name ON pet (owner, name);
CREATE INDEX pet_lower_name ON pet (lower(name));
CREATE TABLE "select" ("from" TEXT PRIMARY KEY, "where" INTEGER);
CREATE TABLE settings (key TEXT NOT NULL, value TEXT, PRIMARY KEY (key)) WITHOUT ROWID;
CREATE TABLE measure (id INT PRIMARY KEY, amount REAL NOT NULL, note ANY) STRICT;
CREATE TABLE log (at TEXT, line TEXT);
CREATE TABLE line (
  order_no INTEGER NOT NULL,
  position INTEGER NOT NULL,
  price INTEGER GENERATED ALWAYS AS (order_no * 2) VIRTUAL,
  total INTEGER GENERATED ALWAYS AS (order_no * 3) STORED,
  CHECK (position > 0),
  PRIMARY KEY (order_no, position)
);
CREATE TABLE discount (
  id INTEGER PRIMARY KEY,
  order_no INTEGER,
  position INTEGER,
  FOREIGN KEY (order_no, position) REFERENCES line (order_no, position) ON DELETE CASCADE ON UPDATE NO ACTION
);
CREATE VIEW pets_of_person AS SELECT p.name, q.name AS pet FROM person p JOIN pet q ON q.owner = p.id;
CREATE TRIGGER touch AFTER UPDATE ON pet BEGIN UPDATE person SET updated_at = CURRENT_TIMESTAMP WHERE id = NEW.owner; END;
