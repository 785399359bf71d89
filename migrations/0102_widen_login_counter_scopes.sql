-- The counters also stand in line those who ask for codes.
ALTER TABLE login_counters
  MODIFY scope VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL;
