-- Details as they were before a change, sealed with the customer's own key: erasing that key erases
-- every version. Rows are only ever inserted.
CREATE TABLE former_details (
  customer_id BIGINT NOT NULL,
  version INT NOT NULL,
  sealed VARBINARY(2048) NOT NULL,
  replaced_at DATETIME(6) NOT NULL,
  PRIMARY KEY (customer_id, version),
  CONSTRAINT former_details_customer FOREIGN KEY (customer_id) REFERENCES customers (id)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
