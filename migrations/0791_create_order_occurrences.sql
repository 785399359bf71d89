-- What became of each occurrence of a standing order whose day has come or that was skipped before.
-- WAITING: money was short, and it is tried again. A paid one has the transaction that paid it.
CREATE TABLE order_occurrences (
  order_id BIGINT NOT NULL,
  number INT NOT NULL,
  due_date DATE NOT NULL,
  due_at DATETIME(6) NOT NULL,
  state VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reason VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
  transaction_id BIGINT NULL,
  amount BIGINT NULL,
  missed_before INT NOT NULL DEFAULT 0,
  decided_at DATETIME(6) NOT NULL,
  PRIMARY KEY (order_id, number),
  UNIQUE KEY order_occurrences_transaction (transaction_id),
  CONSTRAINT order_occurrences_state CHECK (state IN ('WAITING', 'PAID', 'MISSED', 'SKIPPED')),
  CONSTRAINT order_occurrences_paid CHECK (
    (state = 'PAID') = (transaction_id IS NOT NULL) AND (state = 'PAID') = (amount IS NOT NULL)),
  CONSTRAINT order_occurrences_reason CHECK ((state = 'PAID') = (reason IS NULL))
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
