-- A changed scale would give every stored sum another meaning: the bank refuses to open then.
CREATE TABLE currencies (
  code VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  scale TINYINT NOT NULL,
  PRIMARY KEY (code),
  CONSTRAINT currencies_scale CHECK (scale BETWEEN 0 AND 4)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
