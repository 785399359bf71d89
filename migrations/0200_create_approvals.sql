-- What one member of staff asks and another decides. What was asked never changes: only the decision
-- is added, once. The id is the request's id, so that what moves money is booked under it. EXPIRED is
-- not stored: it is what OPEN becomes with time.
CREATE TABLE approvals (
  id BIGINT NOT NULL,
  kind VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  maker_customer_id BIGINT NOT NULL,
  maker_discord_user_id VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  target_customer_id BIGINT NOT NULL,
  content VARCHAR(1000) NOT NULL,
  reason VARCHAR(200) NOT NULL,
  state ENUM('OPEN', 'APPROVED', 'DECLINED') CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  asked_at DATETIME(6) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  checker_customer_id BIGINT NULL,
  checker_discord_user_id VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
  decided_at DATETIME(6) NULL,
  PRIMARY KEY (id),
  KEY approvals_open (state, expires_at, id),
  KEY approvals_of_target (target_customer_id, state, id),
  CONSTRAINT approvals_decided CHECK ((state = 'OPEN') = (decided_at IS NULL)),
  CONSTRAINT approvals_checked CHECK ((state = 'OPEN') = (checker_customer_id IS NULL)),
  CONSTRAINT approvals_two_people CHECK (
    state <> 'APPROVED'
      OR (checker_customer_id <> maker_customer_id AND checker_customer_id <> target_customer_id)
  )
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
