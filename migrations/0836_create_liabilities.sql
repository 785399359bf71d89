-- What the bank owes its customers, once a day: the root and total of a tree over all balances. The
-- seed hides the leaves. Rows are only ever inserted.
CREATE TABLE liabilities (
  day DATE NOT NULL,
  seed BINARY(32) NOT NULL,
  leaves BIGINT NOT NULL,
  total BIGINT NOT NULL,
  root BINARY(32) NOT NULL,
  made_at DATETIME(6) NOT NULL,
  PRIMARY KEY (day)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
