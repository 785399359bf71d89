-- Who of the bank's staff acted, in which role and why; both are null where a customer did it for
-- themselves. A customer reads the rows of their own account that have a role.
ALTER TABLE audit
  ADD COLUMN actor_role VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN reason VARCHAR(200) NULL,
  ADD KEY audit_of_staff (target_customer_id, actor_role, id),
  ADD CONSTRAINT audit_role CHECK (actor_role IN ('TELLER', 'MANAGER', 'AUDITOR', 'OWNER'));
