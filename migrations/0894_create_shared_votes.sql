-- Managers who have approved. One counts while its manager has been a manager since before it.
CREATE TABLE shared_votes (
  approval_id BIGINT NOT NULL,
  customer_id BIGINT NOT NULL,
  voted_at DATETIME(6) NOT NULL,
  PRIMARY KEY (approval_id, customer_id)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
