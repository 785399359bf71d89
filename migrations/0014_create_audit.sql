-- Who did what to whom: one row per security or staff action, in the same transaction as the
-- change, without personal data. Rows are only ever inserted.
CREATE TABLE audit (
  id BIGINT NOT NULL,
  occurred_at DATETIME(6) NOT NULL,
  action VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  actor_discord_user_id VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  target_customer_id BIGINT NULL,
  session_id BIGINT NULL,
  details VARCHAR(1000) NOT NULL,
  PRIMARY KEY (id),
  KEY audit_of_target (target_customer_id, id),
  KEY audit_of_actor (actor_discord_user_id, id)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
