-- Files of other bots whose balances were booked, by `npm run import`. The source is the kind of the
-- file, the server and the label: each person is imported once per source.
CREATE TABLE imports (
  id BIGINT NOT NULL,
  source VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  file_sha256 BINARY(32) NOT NULL,
  imported_at DATETIME(6) NOT NULL,
  undone_at DATETIME(6) NULL,
  PRIMARY KEY (id),
  KEY imports_of_file (file_sha256)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
