-- A notice stays in its row after it is sent, as its owner's inbox (channel INBOX), with its outcome;
-- HELD: it waits for the end of the owner's quiet hours. `due_at` is when something is next done with
-- the row: it is sent, sent again, or deleted from the inbox. `tried_at` is the first attempt since
-- which it may have been sent without being marked; `repeats` counts later attempts of which Discord
-- may not have known the first.
ALTER TABLE outbox
  ADD COLUMN outcome VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN tried_at DATETIME(6) NULL,
  ADD COLUMN repeats TINYINT NOT NULL DEFAULT 0,
  ADD COLUMN read_at DATETIME(6) NULL,
  DROP KEY outbox_of_customer,
  ADD KEY outbox_of_customer (customer_id, channel, id),
  ADD KEY outbox_due (channel, due_at);
