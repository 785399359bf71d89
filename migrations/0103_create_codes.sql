-- One-time codes that were asked for, by whom and for what. The answer is the same whether or not
-- an account matched, so a row is written either way; only a match has a customer and a code.
CREATE TABLE codes (
  id BIGINT NOT NULL,
  purpose VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  discord_user_id VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  customer_id BIGINT NULL,
  code_hash BINARY(32) NULL,
  sealed VARBINARY(1024) NULL,
  asked_at DATETIME(6) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  tries INT NOT NULL DEFAULT 0,
  used_at DATETIME(6) NULL,
  PRIMARY KEY (id),
  KEY codes_of_person (discord_user_id, purpose, id),
  CONSTRAINT codes_purpose CHECK (purpose IN ('RECOVERY', 'EMAIL', 'UNLOCK')),
  CONSTRAINT codes_tries CHECK (tries BETWEEN 0 AND 5)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
