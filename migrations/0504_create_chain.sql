-- A chain over everything that was booked and audited, written by a worker behind the events: each
-- link's hash covers its row's content and the hash before it. Rows are only ever inserted.
CREATE TABLE chain (
  link BIGINT NOT NULL,
  kind ENUM('TRANSACTION', 'AUDIT') CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject_id BIGINT NOT NULL,
  hash BINARY(32) NOT NULL,
  PRIMARY KEY (link),
  UNIQUE KEY chain_subject (kind, subject_id)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
