-- What one person, one account, one server or all together have asked of one kind since the window
-- began; shared by all processes. Rows of windows that are over mean nothing and are swept.
CREATE TABLE throttles (
  name VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  points INT NOT NULL,
  window_ms INT NOT NULL,
  begun_at DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  PRIMARY KEY (name),
  KEY throttles_begun (begun_at)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
