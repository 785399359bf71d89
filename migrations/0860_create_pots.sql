-- What a pot is saved for, and how it is locked. The account has the money. A lock ends at
-- locked_until, or wait_hours after an early release was asked for; release_at is that time.
CREATE TABLE pots (
  account_id BIGINT NOT NULL,
  goal BIGINT NULL,
  goal_date DATE NULL,
  locked_until DATETIME(6) NULL,
  wait_hours INT NOT NULL DEFAULT 0,
  release_at DATETIME(6) NULL,
  PRIMARY KEY (account_id),
  CONSTRAINT pots_goal CHECK (goal BETWEEN 1 AND 9007199254740991),
  CONSTRAINT pots_wait CHECK (wait_hours BETWEEN 0 AND 72),
  CONSTRAINT pots_release CHECK (release_at IS NULL OR locked_until IS NOT NULL)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
