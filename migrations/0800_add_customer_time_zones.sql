-- The IANA time zone in which a customer lives, as the customer chose it; NULL: UTC.
ALTER TABLE customers
  ADD COLUMN time_zone VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL;
