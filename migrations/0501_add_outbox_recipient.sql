-- Whom a message is for, where that is not whoever the account is bound to when it is sent: the
-- Discord user that an account was taken from.
ALTER TABLE outbox
  ADD COLUMN recipient VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL;
