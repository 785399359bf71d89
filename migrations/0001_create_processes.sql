-- Every start of a bank process takes a number here, so that no two make the same id.
CREATE TABLE processes (
  id BIGINT NOT NULL AUTO_INCREMENT,
  started_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
