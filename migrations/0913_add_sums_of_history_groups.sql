-- What the entries of a group add up to, so that sums over years read rows of groups, not entries.
-- Groups of the version before are deleted and made again by the job.
ALTER TABLE history_groups
  ADD COLUMN in_count INT NOT NULL DEFAULT 0,
  ADD COLUMN in_total DECIMAL(30, 0) NOT NULL DEFAULT 0,
  ADD COLUMN out_count INT NOT NULL DEFAULT 0,
  ADD COLUMN out_total DECIMAL(30, 0) NOT NULL DEFAULT 0;
