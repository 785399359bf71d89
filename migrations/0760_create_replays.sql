-- How often a receipt was given again: one row, whose change makes the replayed booking durable.
CREATE TABLE replays (
  id TINYINT NOT NULL,
  count BIGINT NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT replays_one CHECK (id = 1)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
