-- Messages still to be sent, written with the change they tell of. A row names its subject and
-- copies nothing: (account, seq) of an entry, or a session. Sent rows are deleted.
CREATE TABLE outbox (
  id BIGINT NOT NULL,
  customer_id BIGINT NOT NULL,
  kind ENUM('MONEY_RECEIVED', 'NEW_LOGIN') CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject_id BIGINT NOT NULL,
  subject_seq BIGINT NULL,
  attempts INT NOT NULL DEFAULT 0,
  due_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  KEY outbox_of_customer (customer_id, id)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
