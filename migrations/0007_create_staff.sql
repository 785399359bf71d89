-- Staff rights come from here alone; Discord's own permissions count for nothing.
CREATE TABLE staff (
  customer_id BIGINT NOT NULL,
  role ENUM('TELLER', 'MANAGER', 'AUDITOR') CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  granted_at DATETIME(6) NOT NULL,
  PRIMARY KEY (customer_id),
  CONSTRAINT staff_customer FOREIGN KEY (customer_id) REFERENCES customers (id)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
