-- Changes of the key that signs checkpoints: notes signed by the former and the new key. Rows are
-- only ever inserted.
CREATE TABLE log_keys (
  number BIGINT NOT NULL,
  note VARCHAR(2000) NOT NULL,
  PRIMARY KEY (number)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
