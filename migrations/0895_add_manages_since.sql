-- Since when a member has been a manager; NULL in other roles.
ALTER TABLE shared_members
  ADD COLUMN manages_since DATETIME(6) NULL;
