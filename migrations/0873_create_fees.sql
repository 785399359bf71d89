-- What the bank charges for a kind of movement from valid_from on, until a later row of the kind
-- holds. Rows are only ever inserted; the id is that of the request that two managers decided.
CREATE TABLE fees (
  id BIGINT NOT NULL,
  kind VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  flat BIGINT NOT NULL,
  per_mille INT NOT NULL,
  fee_min BIGINT NOT NULL,
  fee_max BIGINT NULL,
  free_count INT NOT NULL,
  valid_from DATETIME(6) NOT NULL,
  decided_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  KEY fees_of_kind (kind, valid_from, id),
  CONSTRAINT fees_flat CHECK (flat BETWEEN 0 AND 9007199254740991),
  CONSTRAINT fees_share CHECK (per_mille BETWEEN 0 AND 1000),
  CONSTRAINT fees_range CHECK (
    fee_min BETWEEN 0 AND 9007199254740991 AND fee_max BETWEEN fee_min AND 9007199254740991
  ),
  CONSTRAINT fees_free CHECK (free_count BETWEEN 0 AND 10000)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
