-- The part of a hold's amount that is the bank's fee: kept with it, but not counted in the sums of the
-- day, as for a payment that is booked at once.
ALTER TABLE holds
  ADD COLUMN fee BIGINT NOT NULL DEFAULT 0,
  ADD CONSTRAINT holds_fee CHECK (fee >= 0 AND fee < amount);
