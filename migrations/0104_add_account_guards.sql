-- locked_at: the owner stopped all debits, until password and code, or staff, lift the lock; staff's
-- own freeze is the status. limited_until: less may leave the account, as after a recovery.
ALTER TABLE accounts
  ADD COLUMN locked_at DATETIME(6) NULL,
  ADD COLUMN limited_until DATETIME(6) NULL;
