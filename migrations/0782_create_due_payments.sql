-- Which transactions paid what a request asked for. Rows are only ever inserted, in the transaction
-- that books the payment.
CREATE TABLE due_payments (
  transaction_id BIGINT NOT NULL,
  due_id BIGINT NOT NULL,
  amount BIGINT NOT NULL,
  PRIMARY KEY (transaction_id),
  KEY due_payments_due (due_id),
  CONSTRAINT due_payments_amount CHECK (amount BETWEEN 1 AND 9007199254740991)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
