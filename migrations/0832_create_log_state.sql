-- How far the log has come; its one row is locked by the process that appends. `edge` has the hashes
-- of the tiles that are not full, and can be computed again from the leaves.
CREATE TABLE log_state (
  id TINYINT NOT NULL,
  origin VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  size BIGINT NOT NULL,
  edge MEDIUMBLOB NOT NULL,
  chain_links BIGINT NOT NULL,
  chain_read BIGINT NOT NULL,
  scanned_to BIGINT NOT NULL,
  late_scanned_at DATETIME(6) NOT NULL,
  announced_at DATETIME(6) NULL,
  PRIMARY KEY (id)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
