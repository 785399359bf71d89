-- What a member of staff moved, approved, or asked a second person to move: one row for each customer
-- whose money it is, with the amount that was decided. It belongs to the person, not to their Discord
-- user, and its time is the database's. Rows are only ever inserted.
CREATE TABLE staff_acts (
  audit_id BIGINT NOT NULL,
  party_customer_id BIGINT NOT NULL,
  actor_customer_id BIGINT NOT NULL,
  amount BIGINT NOT NULL,
  acted_at DATETIME(6) NOT NULL,
  PRIMARY KEY (audit_id, party_customer_id),
  KEY staff_acts_of_actor (actor_customer_id, acted_at),
  CONSTRAINT staff_acts_amount CHECK (amount BETWEEN 1 AND 9007199254740991),
  CONSTRAINT staff_acts_two_people CHECK (actor_customer_id <> party_customer_id)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
