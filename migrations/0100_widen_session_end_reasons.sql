-- A session also ends with a new password, a recovery or a lock.
ALTER TABLE sessions
  MODIFY end_reason VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL;
