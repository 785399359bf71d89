-- A reversal names what it mirrors, and mirrors it once.
ALTER TABLE transactions
  ADD COLUMN reverses_id BIGINT NULL,
  ADD UNIQUE KEY transactions_reversed (reverses_id);
