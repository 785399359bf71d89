-- Counts the changes of the details, so that an audit row can name both versions.
ALTER TABLE customer_details
  ADD COLUMN version INT NOT NULL DEFAULT 1;
