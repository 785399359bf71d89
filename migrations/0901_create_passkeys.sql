-- Passkeys of customers. The counter is the authenticator's own: one that does not rise shows a copy.
CREATE TABLE passkeys (
  id BIGINT NOT NULL,
  customer_id BIGINT NOT NULL,
  credential_hash BINARY(32) NOT NULL,
  credential_id VARBINARY(1023) NOT NULL,
  public_key VARBINARY(2048) NOT NULL,
  counter BIGINT NOT NULL,
  transports VARCHAR(100) NOT NULL,
  name VARCHAR(40) NOT NULL,
  created_at DATETIME(6) NOT NULL,
  used_at DATETIME(6) NULL,
  PRIMARY KEY (id),
  UNIQUE KEY passkeys_credential (credential_hash),
  KEY passkeys_customer (customer_id),
  CONSTRAINT passkeys_of_customer FOREIGN KEY (customer_id) REFERENCES customers (id)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
