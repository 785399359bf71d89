-- live_customer_id is set until the session ends: its key allows one live session per customer.
CREATE TABLE sessions (
  id BIGINT NOT NULL,
  customer_id BIGINT NOT NULL,
  discord_user_id VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  guild_id VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
  channel_id VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at DATETIME(6) NOT NULL,
  last_seen_at DATETIME(6) NOT NULL,
  ended_at DATETIME(6) NULL,
  end_reason ENUM('LOGOUT', 'REPLACED', 'EXPIRED') CHARACTER SET ascii COLLATE ascii_bin NULL,
  live_customer_id BIGINT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY sessions_live (live_customer_id),
  KEY sessions_customer (customer_id, id),
  CONSTRAINT sessions_live_until_ended CHECK ((ended_at IS NULL) = (live_customer_id IS NOT NULL)),
  CONSTRAINT sessions_end_has_reason CHECK ((ended_at IS NULL) = (end_reason IS NULL))
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
