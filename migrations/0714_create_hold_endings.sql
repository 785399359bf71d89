-- How a hold ended: the primary key lets it end once. CAPTURED names the transaction that took all of
-- it, or less; the rest became available again.
CREATE TABLE hold_endings (
  hold_id BIGINT NOT NULL,
  ending VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  transaction_id BIGINT NULL,
  ended_at DATETIME(6) NOT NULL,
  PRIMARY KEY (hold_id),
  UNIQUE KEY hold_endings_transaction (transaction_id),
  CONSTRAINT hold_endings_kind CHECK (ending IN ('CAPTURED', 'VOIDED', 'EXPIRED')),
  CONSTRAINT hold_endings_captured CHECK ((ending = 'CAPTURED') = (transaction_id IS NOT NULL))
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
