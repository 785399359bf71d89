-- Payments from a shared account above a sum wait until so many of its managers have approved them.
-- No row: no payment waits. Managers of before set_at approve at once, newer ones after some days.
CREATE TABLE shared_rules (
  holder_id BIGINT NOT NULL,
  above BIGINT NOT NULL,
  needed TINYINT NOT NULL,
  set_at DATETIME(6) NOT NULL,
  PRIMARY KEY (holder_id),
  CONSTRAINT shared_rules_sums CHECK (above BETWEEN 1 AND 9007199254740991 AND needed >= 1)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
