-- What each customer has paid out in the current week and month, with what holds still set aside.
UPDATE accounts AS a
JOIN (
  SELECT o.customer_id, MIN(o.first_id) AS first_id,
    SUM(IF(o.day >= DATE(UTC_TIMESTAMP()) - INTERVAL WEEKDAY(UTC_TIMESTAMP()) DAY, o.amount, 0)) AS week_sum,
    SUM(IF(o.day >= DATE_FORMAT(UTC_TIMESTAMP(), '%Y-%m-01'), o.amount, 0)) AS month_sum
  FROM (
    SELECT s.customer_id, DATE(t.booked_at) AS day, t.amount,
      (SELECT MIN(f.id) FROM accounts AS f WHERE f.customer_id = s.customer_id) AS first_id
    FROM transactions AS t
    JOIN accounts AS s ON s.id = t.source_account_id AND s.kind = 'CUSTOMER'
    WHERE t.booked_at >= UTC_TIMESTAMP() - INTERVAL 32 DAY
      AND t.kind IN ('TRANSFER', 'WITHDRAWAL') AND t.initiator_kind IN ('SESSION', 'STAFF', 'ORDER')
    UNION ALL
    SELECT s.customer_id, DATE(h.held_at), h.amount, h.counted_account_id
    FROM holds AS h
    JOIN accounts AS s ON s.id = h.source_account_id
    LEFT JOIN hold_endings AS e ON e.hold_id = h.id
    WHERE h.counted_account_id IS NOT NULL AND e.hold_id IS NULL
  ) AS o
  GROUP BY o.customer_id
) AS v ON v.first_id = a.id
SET a.paid_out_that_week = v.week_sum, a.paid_out_that_month = v.month_sum;
