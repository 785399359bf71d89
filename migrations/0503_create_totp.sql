-- The second factor of those who set one up: a sealed secret, and the last time step whose code was
-- accepted, so that each code serves once. Without enabled_at it is begun and proves nothing yet.
CREATE TABLE totp (
  customer_id BIGINT NOT NULL,
  sealed VARBINARY(255) NOT NULL,
  created_at DATETIME(6) NOT NULL,
  enabled_at DATETIME(6) NULL,
  last_step BIGINT NOT NULL DEFAULT 0,
  PRIMARY KEY (customer_id),
  CONSTRAINT totp_customer FOREIGN KEY (customer_id) REFERENCES customers (id)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
