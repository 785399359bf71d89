-- Earlier versions did not store when a member became a manager: at the latest now.
UPDATE shared_members
SET manages_since = NOW(6)
WHERE role = 'MANAGER';
