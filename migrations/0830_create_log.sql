-- The leaves of the log of everything booked and audited: a transaction with its entries, or an audit
-- row, each. The salt hides the content of a leaf from readers of its hash. Rows are only ever
-- inserted.
CREATE TABLE log_rows (
  leaf BIGINT NOT NULL,
  kind ENUM('START', 'TRANSACTION', 'AUDIT') CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject_id BIGINT NOT NULL,
  salt BINARY(16) NOT NULL,
  PRIMARY KEY (leaf),
  UNIQUE KEY log_rows_subject (kind, subject_id)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
