-- What a request asks of one payer. It changes only under its row's lock; OPEN and PART_PAID rows
-- whose expires_at is past are expired, whether or not a job or a payment has marked them.
CREATE TABLE request_dues (
  id BIGINT NOT NULL,
  request_id BIGINT NOT NULL,
  place INT NOT NULL,
  payer_customer_id BIGINT NOT NULL,
  account_id BIGINT NOT NULL,
  amount BIGINT NOT NULL,
  paid BIGINT NOT NULL DEFAULT 0,
  state VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY request_dues_payer (request_id, payer_customer_id),
  KEY request_dues_of_payer (payer_customer_id, state, expires_at),
  KEY request_dues_expiry (state, expires_at),
  CONSTRAINT request_dues_amount CHECK (amount BETWEEN 1 AND 9007199254740991),
  CONSTRAINT request_dues_paid CHECK (paid BETWEEN 0 AND amount),
  CONSTRAINT request_dues_state CHECK (
    state IN ('OPEN', 'PART_PAID', 'PAID', 'DECLINED', 'CANCELLED', 'EXPIRED')),
  CONSTRAINT request_dues_whole CHECK ((state = 'PAID') = (paid = amount)),
  CONSTRAINT request_dues_part CHECK (state <> 'OPEN' OR paid = 0),
  CONSTRAINT request_dues_some CHECK (state <> 'PART_PAID' OR paid > 0)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
