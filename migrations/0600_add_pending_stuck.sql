-- What was confirmed is run again a counted number of times. Then it is STUCK, until staff try it
-- again or give it up.
ALTER TABLE pending
  MODIFY state ENUM('OPEN', 'TAKEN', 'DONE', 'CANCELLED', 'STUCK')
    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  ADD COLUMN attempts INT NOT NULL DEFAULT 0;
