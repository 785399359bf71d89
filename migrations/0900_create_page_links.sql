-- One-time links to the bank's own page: each for one Discord user, one form and, once it is opened,
-- one browser. Of the token and of the browser's secret only hashes are stored. The row goes a day
-- after it expires.
CREATE TABLE page_links (
  id BIGINT NOT NULL,
  discord_user_id VARCHAR(20) NOT NULL,
  token_hash BINARY(32) NOT NULL,
  browser_hash BINARY(32) NULL,
  match_code CHAR(5) NOT NULL,
  challenge BINARY(32) NOT NULL,
  sealed VARBINARY(4096) NOT NULL,
  state VARCHAR(10) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY page_links_token (token_hash),
  KEY page_links_person (discord_user_id, state)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
