-- ASKED: the managers of the shared account are asked, and the hold of the same id as the transaction
-- that may follow sets its money aside; their decision is in shared_approvals.
ALTER TABLE order_occurrences
  DROP CONSTRAINT order_occurrences_state,
  DROP CONSTRAINT order_occurrences_paid,
  DROP CONSTRAINT order_occurrences_reason,
  ADD CONSTRAINT order_occurrences_states CHECK (
    state IN ('WAITING', 'ASKED', 'PAID', 'MISSED', 'SKIPPED')),
  ADD CONSTRAINT order_occurrences_payment CHECK (
    (state IN ('ASKED', 'PAID')) = (transaction_id IS NOT NULL)
    AND (state IN ('ASKED', 'PAID')) = (amount IS NOT NULL)),
  ADD CONSTRAINT order_occurrences_why CHECK ((state IN ('ASKED', 'PAID')) = (reason IS NULL));
