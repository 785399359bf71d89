-- Nothing leaves the account before this time. Beside the balance, so that a payment decides by the
-- row that it locks anyway.
ALTER TABLE accounts
  ADD COLUMN pays_from DATETIME(6) NULL;
