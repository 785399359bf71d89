-- Customers who let everyone with the code of a receipt see the amount and day of their payments. A
-- customer without a row does not.
CREATE TABLE receipt_settings (
  customer_id BIGINT NOT NULL,
  chosen_at DATETIME(6) NOT NULL,
  PRIMARY KEY (customer_id),
  CONSTRAINT receipt_settings_customer FOREIGN KEY (customer_id) REFERENCES customers (id)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
