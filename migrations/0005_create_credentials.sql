-- The bcrypt text carries its cost; pepper_id tells which pepper it was made with.
CREATE TABLE credentials (
  customer_id BIGINT NOT NULL,
  password_hash CHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  pepper_id BINARY(4) NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  PRIMARY KEY (customer_id),
  CONSTRAINT credentials_customer FOREIGN KEY (customer_id) REFERENCES customers (id)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
