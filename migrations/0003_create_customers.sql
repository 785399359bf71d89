-- A person known to the bank. What identifies them as a person is in customer_details.
CREATE TABLE customers (
  id BIGINT NOT NULL,
  discord_user_id VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  registered_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY customers_discord_user (discord_user_id)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
