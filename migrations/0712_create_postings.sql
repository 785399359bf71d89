-- The second and further postings of a transaction, such as a fee. The first one is in the row of its
-- transaction, so that a plain payment writes no row here. Rows are only ever inserted.
CREATE TABLE postings (
  transaction_id BIGINT NOT NULL,
  number INT NOT NULL,
  kind VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  source_account_id BIGINT NOT NULL,
  source_seq BIGINT NOT NULL,
  target_account_id BIGINT NOT NULL,
  target_seq BIGINT NOT NULL,
  amount BIGINT NOT NULL,
  PRIMARY KEY (transaction_id, number),
  CONSTRAINT postings_number CHECK (number >= 2),
  CONSTRAINT postings_amount CHECK (amount BETWEEN 1 AND 9007199254740991),
  CONSTRAINT postings_two_sides CHECK (source_account_id <> target_account_id)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
