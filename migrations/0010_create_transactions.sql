-- One business event booked as a whole. The id is the request's id, made before the first attempt:
-- the primary key is the idempotency key. Rows are only ever inserted.
CREATE TABLE transactions (
  id BIGINT NOT NULL,
  kind ENUM('DEPOSIT', 'WITHDRAWAL', 'TRANSFER', 'REVERSAL', 'ADJUSTMENT')
    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  customer_id BIGINT NOT NULL,
  session_id BIGINT NOT NULL,
  fingerprint BINARY(32) NOT NULL,
  source_account_id BIGINT NOT NULL,
  source_seq BIGINT NOT NULL,
  target_account_id BIGINT NOT NULL,
  target_seq BIGINT NOT NULL,
  amount BIGINT NOT NULL,
  booked_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT transactions_amount CHECK (amount BETWEEN 1 AND 9007199254740991),
  CONSTRAINT transactions_two_sides CHECK (source_account_id <> target_account_id)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
