-- Personal data, sealed with a key of its own per customer. Destroying wrapped_key erases the
-- person and leaves the books whole. The indexes are keyed hashes: equal only for equal contacts.
CREATE TABLE customer_details (
  customer_id BIGINT NOT NULL,
  sealed VARBINARY(2048) NOT NULL,
  wrapped_key VARBINARY(128) NOT NULL,
  email_index BINARY(32) NOT NULL,
  phone_index BINARY(32) NOT NULL,
  updated_at DATETIME(6) NOT NULL,
  PRIMARY KEY (customer_id),
  UNIQUE KEY customer_details_email (email_index),
  UNIQUE KEY customer_details_phone (phone_index),
  CONSTRAINT customer_details_customer FOREIGN KEY (customer_id) REFERENCES customers (id)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
