-- How a customer is told that an account was saved among their payees.
ALTER TABLE notice_settings
  ADD COLUMN payee_way VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'DM';
