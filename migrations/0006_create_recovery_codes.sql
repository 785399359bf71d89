-- Keyed hashes of the codes shown once; each opens the way to a new password once.
CREATE TABLE recovery_codes (
  customer_id BIGINT NOT NULL,
  code_hash BINARY(32) NOT NULL,
  created_at DATETIME(6) NOT NULL,
  used_at DATETIME(6) NULL,
  PRIMARY KEY (customer_id, code_hash),
  CONSTRAINT recovery_codes_customer FOREIGN KEY (customer_id) REFERENCES customers (id)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
