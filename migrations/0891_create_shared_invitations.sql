-- Invitations to a shared account. EXPIRED is not stored: it is what OPEN becomes with time.
CREATE TABLE shared_invitations (
  id BIGINT NOT NULL,
  holder_id BIGINT NOT NULL,
  customer_id BIGINT NOT NULL,
  inviter_id BIGINT NOT NULL,
  role VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  allowance BIGINT NULL,
  reads_all BOOLEAN NOT NULL,
  state VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  KEY shared_invitations_holder (holder_id, state, expires_at),
  KEY shared_invitations_customer (customer_id, state, expires_at),
  CONSTRAINT shared_invitations_allowance CHECK ((role = 'SPENDER') = (allowance IS NOT NULL))
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
