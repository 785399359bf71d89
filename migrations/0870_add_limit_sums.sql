-- What the customer has paid out in the week (from Monday) and the month of counted_day, in UTC;
-- and whether the customer has limits of their own. Kept on the first account, as the day's sums.
ALTER TABLE accounts
  ADD COLUMN paid_out_that_week BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN paid_out_that_month BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN has_limits BOOLEAN NOT NULL DEFAULT FALSE,
  ADD CONSTRAINT accounts_periods CHECK (paid_out_that_week >= 0 AND paid_out_that_month >= 0);
