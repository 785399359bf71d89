-- Discord servers that have got the bank's welcome card, so that each gets it once. A row goes when
-- the bot leaves the server.
CREATE TABLE welcomes (
  guild_id VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  welcomed_at DATETIME(6) NOT NULL,
  PRIMARY KEY (guild_id)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
