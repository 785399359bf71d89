-- What a customer's account is for, and the customer's own name for it.
ALTER TABLE accounts
  ADD COLUMN account_type VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    DEFAULT 'CURRENT',
  ADD COLUMN account_name VARCHAR(40) NULL;
