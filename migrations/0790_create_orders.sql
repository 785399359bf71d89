-- Standing orders: what a customer pays again and again. The id is that of the confirmed request. The
-- calendar is first_date, repeated every so many units at pay_time in the zone; month_day keeps the day
-- of the month that was asked for, 0 for the last. next_number counts occurrences from 0; next_at is
-- when the order is looked at next, an occurrence or another try. A job is valid for one revision.
CREATE TABLE orders (
  id BIGINT NOT NULL,
  customer_id BIGINT NOT NULL,
  order_number INT NOT NULL,
  source_account_id BIGINT NOT NULL,
  target_account_id BIGINT NOT NULL,
  amount_kind VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  amount BIGINT NOT NULL,
  memo VARCHAR(140) NULL,
  unit VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  every INT NOT NULL,
  month_day INT NULL,
  pay_time CHAR(5) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  time_zone VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  first_date DATE NOT NULL,
  last_date DATE NULL,
  count_max INT NULL,
  state VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reason VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
  next_number INT NOT NULL,
  next_at DATETIME(6) NULL,
  tries INT NOT NULL DEFAULT 0,
  missed_in_row INT NOT NULL DEFAULT 0,
  warned_number INT NULL,
  revision INT NOT NULL,
  created_at DATETIME(6) NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY orders_number (customer_id, order_number),
  KEY orders_next (state, next_at),
  KEY orders_target (target_account_id),
  CONSTRAINT orders_amount CHECK (
    (amount_kind = 'FIXED' AND amount BETWEEN 1 AND 9007199254740991)
    OR (amount_kind = 'ABOVE' AND amount BETWEEN 0 AND 9007199254740991)),
  CONSTRAINT orders_two_sides CHECK (source_account_id <> target_account_id),
  CONSTRAINT orders_unit CHECK (unit IN ('DAY', 'WEEK', 'MONTH')),
  CONSTRAINT orders_month_day CHECK ((unit = 'MONTH') = (month_day IS NOT NULL)),
  CONSTRAINT orders_state CHECK (state IN ('ACTIVE', 'PAUSED', 'ENDED', 'CANCELLED')),
  CONSTRAINT orders_next_at CHECK ((state = 'ACTIVE') = (next_at IS NOT NULL))
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
