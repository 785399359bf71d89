-- What the bank knows of reaching a customer by direct message. `news`: notices that were not sent and
-- of which no reply has told yet. `reach`: why Discord refused the last message, until the customer
-- next uses the bank; NULL: nothing is known.
CREATE TABLE inboxes (
  customer_id BIGINT NOT NULL,
  news INT NOT NULL DEFAULT 0,
  reach VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NULL,
  PRIMARY KEY (customer_id)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
