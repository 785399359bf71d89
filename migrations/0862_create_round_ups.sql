-- The pot that gets the rest of each payment of the customer, up to the next so many units.
CREATE TABLE round_ups (
  customer_id BIGINT NOT NULL,
  account_id BIGINT NOT NULL,
  units INT NOT NULL,
  PRIMARY KEY (customer_id),
  KEY round_ups_account (account_id),
  CONSTRAINT round_ups_units CHECK (units IN (1, 10))
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
