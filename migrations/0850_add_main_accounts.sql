-- The account that receives payments to the member, and pays where no other is named. NULL: the
-- customer's only account.
ALTER TABLE customers
  ADD COLUMN main_account_id BIGINT NULL;
