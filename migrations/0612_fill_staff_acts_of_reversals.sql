-- A reversal concerns two customers, of whom the audit names one.
INSERT IGNORE INTO staff_acts (audit_id, party_customer_id, actor_customer_id, amount, acted_at)
SELECT r.id, a.customer_id, s.customer_id, t.amount, r.occurred_at
FROM audit AS r
JOIN sessions AS s ON s.id = r.session_id
JOIN transactions AS t ON t.id = CAST(JSON_UNQUOTE(JSON_EXTRACT(r.details, '$.transaction')) AS SIGNED)
JOIN accounts AS a ON a.id IN (t.source_account_id, t.target_account_id)
WHERE r.action IN ('REVERSE_BOOKED', 'REVERSE_ASKED', 'REVERSE_APPROVED')
  AND a.customer_id <> s.customer_id;
