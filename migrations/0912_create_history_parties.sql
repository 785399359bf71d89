-- The accounts on the other side of indexed entries. Names are read from the accounts, so that a change
-- of name or an erasure needs no change here.
CREATE TABLE history_parties (
  account_id BIGINT NOT NULL,
  counterparty_account_id BIGINT NOT NULL,
  PRIMARY KEY (account_id, counterparty_account_id)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
