-- Which blocks of a group have an item: a part of a memo, a kind, a direction or an account, each as a
-- hash. An item is in one of 128 slices, so a search reads a few rows of each group.
CREATE TABLE history_items (
  account_id BIGINT NOT NULL,
  slice TINYINT UNSIGNED NOT NULL,
  group_no BIGINT NOT NULL,
  items MEDIUMBLOB NOT NULL,
  PRIMARY KEY (account_id, slice, group_no)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
