-- What the bank pays a year on a kind of account from valid_from on, in basis points (a hundredth of
-- a per cent), until a later row of the kind holds. Rows are only ever inserted; the id is that of
-- the request that two managers decided.
CREATE TABLE interest_rates (
  id BIGINT NOT NULL,
  account_type VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  basis_points INT NOT NULL,
  valid_from DATETIME(6) NOT NULL,
  decided_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  KEY interest_rates_of_type (account_type, valid_from, id),
  CONSTRAINT interest_rates_points CHECK (basis_points BETWEEN 0 AND 10000)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
