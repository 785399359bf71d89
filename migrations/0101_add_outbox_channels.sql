-- The outbox also sends mail. A mail's address, and a code it carries, stand sealed in its row:
-- after a change of address the customer's details no longer hold the old one.
ALTER TABLE outbox
  MODIFY kind VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  ADD COLUMN channel VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'DM',
  ADD COLUMN sealed VARBINARY(1024) NULL;
