-- The balances under a day's root, as of one moment, for the proofs of the last days.
CREATE TABLE liability_balances (
  day DATE NOT NULL,
  account_id BIGINT NOT NULL,
  balance BIGINT NOT NULL,
  PRIMARY KEY (day, account_id)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
