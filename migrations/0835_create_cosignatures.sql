-- Signatures of witnesses over checkpoints, as lines of a signed note. Rows are only ever inserted.
CREATE TABLE cosignatures (
  checkpoint_number BIGINT NOT NULL,
  witness VARCHAR(200) NOT NULL,
  line VARCHAR(500) NOT NULL,
  seen_at DATETIME(6) NOT NULL,
  PRIMARY KEY (checkpoint_number, witness)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
