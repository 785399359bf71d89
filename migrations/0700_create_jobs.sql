-- Work that the bank does by itself, a row each: run when it is due, by any process, at least once.
-- The key makes it idempotent within its kind. Recurring work is one row that stays DUE.
CREATE TABLE jobs (
  id BIGINT NOT NULL,
  kind VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  job_key VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  customer_id BIGINT NULL,
  subject_id BIGINT NULL,
  state VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  due_at DATETIME(6) NOT NULL,
  attempts INT NOT NULL DEFAULT 0,
  claimed_by BIGINT NULL,
  claimed_until DATETIME(6) NULL,
  last_error VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NULL,
  finished_at DATETIME(6) NULL,
  PRIMARY KEY (id),
  UNIQUE KEY jobs_key (kind, job_key),
  KEY jobs_due (state, due_at),
  CONSTRAINT jobs_state CHECK (state IN ('DUE', 'DONE', 'STUCK', 'GIVEN_UP')),
  CONSTRAINT jobs_finished CHECK ((finished_at IS NOT NULL) = (state IN ('DONE', 'GIVEN_UP'))),
  CONSTRAINT jobs_claimed CHECK ((claimed_by IS NULL) = (claimed_until IS NULL))
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
