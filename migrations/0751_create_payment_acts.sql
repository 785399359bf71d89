-- What payer and payee did about a transfer, each at most once: the payee thanked, the payer showed it
-- in a channel.
CREATE TABLE payment_acts (
  transaction_id BIGINT NOT NULL,
  act VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  done_at DATETIME(6) NOT NULL,
  PRIMARY KEY (transaction_id, act),
  CONSTRAINT payment_acts_act CHECK (act IN ('THANKED', 'SHARED'))
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
