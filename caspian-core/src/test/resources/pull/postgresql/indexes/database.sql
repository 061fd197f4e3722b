-- Indexes of every type.
CREATE TABLE place (
  id INT PRIMARY KEY,
  name TEXT,
  at POINT,
  address INET,
  tags TEXT[],
  doc JSONB,
  seen TIMESTAMPTZ,
  size INT,
  vector TSVECTOR
);
CREATE INDEX place_at ON place USING gist (at);
CREATE INDEX place_address ON place USING gist (address inet_ops);
CREATE INDEX place_address_sp ON place USING spgist (address);
CREATE INDEX place_name_sp ON place USING spgist (name);
CREATE INDEX place_tags ON place USING gin (tags);
CREATE INDEX place_doc ON place USING gin (doc);
CREATE INDEX place_seen ON place USING brin (seen);
CREATE INDEX place_size ON place USING brin (size int4_minmax_multi_ops);
CREATE INDEX place_hash ON place USING hash (name);
CREATE INDEX place_vector ON place USING gist (vector);
CREATE INDEX place_collate ON place (name COLLATE "C");
CREATE UNIQUE INDEX place_desc ON place (name DESC NULLS LAST, size);
