CREATE TYPE mood AS ENUM ('so-so', 'good', 'new');
CREATE TABLE zebra (id SERIAL PRIMARY KEY, added INT, first_name TEXT, last_name VARCHAR(30), mood mood DEFAULT 'good', changed BIGINT NOT NULL DEFAULT 3, updated TIMESTAMP(3) NOT NULL, uid TEXT NOT NULL, org INT, UNIQUE (first_name, last_name));
CREATE TABLE apple (id SERIAL PRIMARY KEY, zebra_id INT NOT NULL REFERENCES zebra (id), zebra2_id INT REFERENCES zebra (id), CONSTRAINT x UNIQUE (zebra_id, zebra2_id));
CREATE TABLE brand_new (id INT PRIMARY KEY, apple_id INT REFERENCES apple (id));
CREATE TABLE no_key (a INT);
