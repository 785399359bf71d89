-- Money set aside for a payment that may follow: still in the balance, no longer available. The id is
-- the request's id. The row of counted_account_id keeps the customer's sums of the day that counted
-- it. Rows are only ever inserted; how a hold ended is in hold_endings.
CREATE TABLE holds (
  id BIGINT NOT NULL,
  kind VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  customer_id BIGINT NULL,
  initiator_kind VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  initiator_id BIGINT NULL,
  fingerprint BINARY(32) NOT NULL,
  source_account_id BIGINT NOT NULL,
  target_account_id BIGINT NOT NULL,
  counted_account_id BIGINT NULL,
  amount BIGINT NOT NULL,
  memo VARCHAR(140) NULL,
  held_at DATETIME(6) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  KEY holds_of_account (source_account_id, expires_at),
  CONSTRAINT holds_amount CHECK (amount BETWEEN 1 AND 9007199254740991),
  CONSTRAINT holds_two_sides CHECK (source_account_id <> target_account_id),
  CONSTRAINT holds_time CHECK (expires_at > held_at)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
