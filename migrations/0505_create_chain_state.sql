-- How far the chain's worker has come; its one row is locked by the process that works.
CREATE TABLE chain_state (
  id TINYINT NOT NULL,
  scanned_to BIGINT NOT NULL,
  late_scanned_at DATETIME(6) NOT NULL,
  published_at DATETIME(6) NULL,
  PRIMARY KEY (id)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
