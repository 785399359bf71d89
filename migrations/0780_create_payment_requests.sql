-- Money that one customer asks of others: a row for each request, whose id is that of its confirm
-- card. What each payer is asked for is in request_dues.
CREATE TABLE payment_requests (
  id BIGINT NOT NULL,
  asker_customer_id BIGINT NOT NULL,
  account_id BIGINT NOT NULL,
  memo VARCHAR(140) NULL,
  due_on DATE NULL,
  reminders INT NOT NULL DEFAULT 0,
  created_at DATETIME(6) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  KEY payment_requests_asker (asker_customer_id, id),
  CONSTRAINT payment_requests_reminders CHECK (reminders BETWEEN 0 AND 3),
  CONSTRAINT payment_requests_time CHECK (expires_at > created_at)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
