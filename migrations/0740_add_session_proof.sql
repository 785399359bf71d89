-- The last proof of identity in this session, which begins its time for moving money anew. NULL: none
-- since the login.
ALTER TABLE sessions
  ADD COLUMN proved_at DATETIME(6) NULL;
