-- One side of one posting as its account sees it: credits above zero, debits below. A page of
-- history is one range of the primary key, and a lost update is a duplicate in it. Customers' seq
-- runs 1..n; the bank's own accounts take a fresh id and no running balance, so that they are never
-- locked. Rows are only ever inserted.
CREATE TABLE entries (
  account_id BIGINT NOT NULL,
  seq BIGINT NOT NULL,
  transaction_id BIGINT NOT NULL,
  kind ENUM('DEPOSIT', 'WITHDRAWAL', 'TRANSFER', 'REVERSAL', 'ADJUSTMENT')
    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  amount BIGINT NOT NULL,
  balance_after BIGINT NULL,
  counterparty_account_id BIGINT NOT NULL,
  memo VARCHAR(140) NULL,
  booked_at DATETIME(6) NOT NULL,
  PRIMARY KEY (account_id, seq),
  CONSTRAINT entries_amount CHECK (
    amount <> 0 AND amount BETWEEN -9007199254740991 AND 9007199254740991
  ),
  CONSTRAINT entries_balance CHECK (balance_after BETWEEN 0 AND 9007199254740991),
  CONSTRAINT entries_seq CHECK (seq >= 1)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
