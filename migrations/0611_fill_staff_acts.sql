-- The acts that the audit has told so far; the session says which person acted. IGNORE: a second run
-- after a lost connection adds what is missing, and no odd row keeps a bank from opening.
INSERT IGNORE INTO staff_acts (audit_id, party_customer_id, actor_customer_id, amount, acted_at)
SELECT r.id, r.target_customer_id, s.customer_id,
  CAST(JSON_UNQUOTE(JSON_EXTRACT(r.details, '$.amount')) AS SIGNED), r.occurred_at
FROM audit AS r
JOIN sessions AS s ON s.id = r.session_id
WHERE r.action IN ('COUNTER_DEPOSIT', 'COUNTER_WITHDRAWAL', 'ADJUST_BOOKED', 'ADJUST_ASKED',
    'ADJUST_APPROVED', 'REVERSE_BOOKED', 'REVERSE_ASKED', 'REVERSE_APPROVED', 'DEPOSIT_APPROVED')
  AND r.target_customer_id <> s.customer_id;
