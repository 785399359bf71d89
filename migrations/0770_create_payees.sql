-- Accounts that a customer pays, each by a nickname of the customer's own. The key is the nickname
-- without case and accents. A row goes when the customer removes it or is erased.
CREATE TABLE payees (
  id BIGINT NOT NULL,
  customer_id BIGINT NOT NULL,
  account_id BIGINT NOT NULL,
  nickname VARCHAR(40) NOT NULL,
  nickname_key VARCHAR(100) NOT NULL,
  saved_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY payees_nickname (customer_id, nickname_key),
  KEY payees_account (account_id),
  CONSTRAINT payees_of_customer FOREIGN KEY (customer_id) REFERENCES customers (id),
  CONSTRAINT payees_to_account FOREIGN KEY (account_id) REFERENCES accounts (id)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
