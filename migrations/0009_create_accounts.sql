-- A place that holds a balance. The bank's own accounts keep none here (balance is NULL): theirs is
-- the sum of their entries, so that no payment waits for another at the cash desk.
CREATE TABLE accounts (
  id BIGINT NOT NULL,
  kind ENUM('CUSTOMER', 'CASH', 'FEES', 'INTEREST', 'SUSPENSE', 'EQUITY')
    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  customer_id BIGINT NULL,
  account_number CHAR(10) CHARACTER SET ascii COLLATE ascii_bin NULL,
  holder_name VARCHAR(100) NOT NULL,
  currency VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  status ENUM('OPEN', 'FROZEN', 'CLOSED') CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  balance BIGINT NULL,
  held BIGINT NOT NULL DEFAULT 0,
  last_seq BIGINT NOT NULL DEFAULT 0,
  counted_day DATE NOT NULL,
  paid_out_that_day BIGINT NOT NULL DEFAULT 0,
  deposited_that_day BIGINT NOT NULL DEFAULT 0,
  opened_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY accounts_number (account_number),
  KEY accounts_customer (customer_id, id),
  CONSTRAINT accounts_owner FOREIGN KEY (customer_id) REFERENCES customers (id),
  CONSTRAINT accounts_money FOREIGN KEY (currency) REFERENCES currencies (code),
  CONSTRAINT accounts_has_owner CHECK ((kind = 'CUSTOMER') = (customer_id IS NOT NULL)),
  CONSTRAINT accounts_has_number CHECK ((kind = 'CUSTOMER') = (account_number IS NOT NULL)),
  CONSTRAINT accounts_has_balance CHECK ((kind = 'CUSTOMER') = (balance IS NOT NULL)),
  CONSTRAINT accounts_balance_range CHECK (balance BETWEEN 0 AND 9007199254740991),
  CONSTRAINT accounts_held_range CHECK (held BETWEEN 0 AND 9007199254740991),
  CONSTRAINT accounts_available CHECK (balance - held >= 0),
  CONSTRAINT accounts_closed_is_empty CHECK (status <> 'CLOSED' OR balance = 0),
  CONSTRAINT accounts_counts CHECK (
    last_seq >= 0 AND paid_out_that_day >= 0 AND deposited_that_day >= 0
  )
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
