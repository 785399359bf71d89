-- A new kind of money needs no migration. Who asked may be a session, or no session: a standing order,
-- or the bank itself. Rows booked before say SESSION, also where staff asked.
ALTER TABLE transactions
  MODIFY kind VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  MODIFY customer_id BIGINT NULL,
  CHANGE session_id initiator_id BIGINT NULL,
  ADD COLUMN initiator_kind VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    DEFAULT 'SESSION';
