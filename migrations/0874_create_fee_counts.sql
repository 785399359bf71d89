-- How many movements of a kind were free of fees in the month, which the allowance limits. The
-- account is the customer's first, under whose lock it is counted.
CREATE TABLE fee_counts (
  account_id BIGINT NOT NULL,
  kind VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  counted_month CHAR(7) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  used INT NOT NULL,
  PRIMARY KEY (account_id, kind),
  CONSTRAINT fee_counts_used CHECK (used >= 0)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
