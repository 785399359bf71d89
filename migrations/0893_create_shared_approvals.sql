-- What waits for the managers of a shared account: a payment, whose money the hold of the same id sets
-- aside, or another rule (above and rule_needed; both NULL: none). EXPIRED by the time is not stored
-- until a job ends it.
CREATE TABLE shared_approvals (
  id BIGINT NOT NULL,
  holder_id BIGINT NOT NULL,
  customer_id BIGINT NOT NULL,
  kind VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  amount BIGINT NULL,
  fee BIGINT NULL,
  due_id BIGINT NULL,
  above BIGINT NULL,
  rule_needed TINYINT NULL,
  needed TINYINT NOT NULL,
  state VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  asked_at DATETIME(6) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  ended_at DATETIME(6) NULL,
  ended_by BIGINT NULL,
  PRIMARY KEY (id),
  KEY shared_approvals_holder (holder_id, state, expires_at),
  KEY shared_approvals_customer (customer_id, state, expires_at),
  CONSTRAINT shared_approvals_kind CHECK (
    (kind = 'PAYMENT' AND amount IS NOT NULL AND fee IS NOT NULL)
      OR (kind = 'RULE' AND amount IS NULL AND (above IS NULL) = (rule_needed IS NULL))
  ),
  CONSTRAINT shared_approvals_end CHECK ((state = 'WAITING') = (ended_at IS NULL) AND needed >= 1)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
