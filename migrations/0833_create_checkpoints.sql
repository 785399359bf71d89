-- Checkpoints of the log as they were published: signed notes. Rows are only ever inserted.
CREATE TABLE checkpoints (
  number BIGINT NOT NULL,
  size BIGINT NOT NULL,
  made_at DATETIME(6) NOT NULL,
  note VARCHAR(2000) NOT NULL,
  PRIMARY KEY (number),
  KEY checkpoints_size (size)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
