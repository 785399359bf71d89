-- The customers who use a shared account, each in a role. The account is that of type SHARED which its
-- holder has; the holder is a row of customers but no person: its Discord id is s and its own id.
-- allowance: what a SPENDER may pay in a month, in UTC; spent: what the member has paid in
-- spent_month. The member reads the entries whose seq is above reads_after.
CREATE TABLE shared_members (
  id BIGINT NOT NULL,
  holder_id BIGINT NOT NULL,
  customer_id BIGINT NOT NULL,
  role VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  allowance BIGINT NULL,
  spent_month CHAR(7) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  spent BIGINT NOT NULL DEFAULT 0,
  reads_after BIGINT NOT NULL,
  joined_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY shared_members_person (holder_id, customer_id),
  KEY shared_members_customer (customer_id, holder_id),
  CONSTRAINT shared_members_allowance CHECK ((role = 'SPENDER') = (allowance IS NOT NULL)),
  CONSTRAINT shared_members_sums CHECK (
    (allowance IS NULL OR allowance BETWEEN 1 AND 9007199254740991) AND spent >= 0
      AND reads_after >= 0
  )
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
