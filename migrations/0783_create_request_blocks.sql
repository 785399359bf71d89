-- People from whom a customer accepts no requests.
CREATE TABLE request_blocks (
  customer_id BIGINT NOT NULL,
  blocked_customer_id BIGINT NOT NULL,
  blocked_at DATETIME(6) NOT NULL,
  PRIMARY KEY (customer_id, blocked_customer_id),
  KEY request_blocks_blocked (blocked_customer_id)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
