-- While a row here is not lifted, no money moves: the books were found wrong. Rows are kept.
CREATE TABLE halts (
  id BIGINT NOT NULL AUTO_INCREMENT,
  halted_at DATETIME(6) NOT NULL,
  invariant VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  finding VARCHAR(500) NOT NULL,
  lifted_at DATETIME(6) NULL,
  PRIMARY KEY (id),
  KEY halts_lifted (lifted_at)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
