-- Whether a standing order pays from an account, before it is closed.
CREATE INDEX orders_source ON orders (source_account_id, state);
