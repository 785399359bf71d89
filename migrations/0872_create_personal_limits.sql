-- The customer's own limits. NULL: none. What is in the next columns holds from next_from on.
CREATE TABLE personal_limits (
  customer_id BIGINT NOT NULL,
  period VARCHAR(10) NOT NULL,
  amount BIGINT NULL,
  next_amount BIGINT NULL,
  next_from DATETIME(6) NULL,
  PRIMARY KEY (customer_id, period),
  CONSTRAINT personal_limits_amount CHECK (amount BETWEEN 1 AND 9007199254740991),
  CONSTRAINT personal_limits_next CHECK (next_amount BETWEEN 1 AND 9007199254740991),
  CONSTRAINT personal_limits_waits CHECK (next_from IS NOT NULL OR next_amount IS NULL)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
