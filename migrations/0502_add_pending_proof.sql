-- What a card would do may need a proof of its own: the password or a code, given in the session that
-- then confirms it, and good for this card alone.
ALTER TABLE pending
  ADD COLUMN needs_proof BOOLEAN NOT NULL DEFAULT FALSE,
  ADD COLUMN proved_session_id BIGINT NULL;
