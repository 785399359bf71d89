-- Groups of 16,384 entries in a row, from the first of an account, that the search of the history has
-- indexed. Everything here is made from entries, and can be deleted and made again.
CREATE TABLE history_groups (
  account_id BIGINT NOT NULL,
  group_no BIGINT NOT NULL,
  version SMALLINT NOT NULL,
  PRIMARY KEY (account_id, group_no)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
