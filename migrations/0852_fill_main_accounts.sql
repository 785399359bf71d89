-- The first account of each customer who has several.
UPDATE customers AS c
JOIN (
  SELECT customer_id, MIN(id) AS first_id
  FROM accounts
  WHERE customer_id IS NOT NULL
  GROUP BY customer_id
  HAVING COUNT(*) > 1
) AS several ON several.customer_id = c.id
SET c.main_account_id = several.first_id;
