-- The account that a request for approval is about. NULL: the first account of its customer, as for
-- all requests made before, when each customer had one account.
ALTER TABLE approvals
  ADD COLUMN account_id BIGINT NULL;
