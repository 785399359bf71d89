-- How a customer is told, by category: DM, QUIET (without a sound) or INBOX (not sent); OFF: none is
-- made. Quiet hours are minutes of the day in the customer's time zone. `digest_due_at`: when the next
-- digest is made. A customer without a row has chosen nothing.
CREATE TABLE notice_settings (
  customer_id BIGINT NOT NULL,
  received_way VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'DM',
  sent_way VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'DM',
  request_way VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'DM',
  order_way VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'DM',
  account_way VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'DM',
  limit_way VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'DM',
  digest_way VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'OFF',
  threshold BIGINT NULL,
  quiet_from SMALLINT NULL,
  quiet_until SMALLINT NULL,
  digest_due_at DATETIME(6) NULL,
  PRIMARY KEY (customer_id),
  KEY notice_settings_digest (digest_due_at)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
