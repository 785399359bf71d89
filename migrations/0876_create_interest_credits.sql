-- One row for each month of an account whose interest was worked out. credit_month is its first day.
-- carried is what is owed and not yet paid, in 1/1335900000 of a minor unit, which goes into the
-- next month. transaction_id is NULL where less than one minor unit was owed, or nothing could be
-- paid. Rows are only ever inserted.
CREATE TABLE interest_credits (
  account_id BIGINT NOT NULL,
  credit_month DATE NOT NULL,
  amount BIGINT NOT NULL,
  carried DECIMAL(40, 0) NOT NULL,
  transaction_id BIGINT NULL,
  credited_at DATETIME(6) NOT NULL,
  PRIMARY KEY (account_id, credit_month),
  UNIQUE KEY interest_credits_transaction (transaction_id),
  CONSTRAINT interest_credits_amount CHECK (amount BETWEEN 0 AND 9007199254740991),
  CONSTRAINT interest_credits_carried CHECK (carried >= 0),
  CONSTRAINT interest_credits_paid CHECK ((amount = 0) = (transaction_id IS NULL))
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
