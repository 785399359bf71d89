-- The balances that an import booked. `source` is NULL once the import is undone, so that the person
-- can be imported again. `position` is the place of the balance in the file; NULL: it came from a
-- list beside the file.
CREATE TABLE import_rows (
  import_id BIGINT NOT NULL,
  customer_id BIGINT NOT NULL,
  source VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NULL,
  position INT NULL,
  account_id BIGINT NOT NULL,
  seq BIGINT NOT NULL,
  transaction_id BIGINT NOT NULL,
  amount BIGINT NOT NULL,
  PRIMARY KEY (import_id, customer_id),
  UNIQUE KEY import_rows_once (customer_id, source),
  CONSTRAINT import_rows_amount CHECK (amount BETWEEN 1 AND 9007199254740991)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
