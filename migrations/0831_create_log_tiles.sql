-- Full tiles of the log's Merkle tree: 256 hashes of 32 bytes. Rows are only ever inserted.
CREATE TABLE log_tiles (
  level TINYINT NOT NULL,
  number BIGINT NOT NULL,
  hashes VARBINARY(8192) NOT NULL,
  PRIMARY KEY (level, number)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
