-- Unfinished conversations: forms begun and confirm cards waiting for one press. Payloads are sealed.
CREATE TABLE pending (
  id BIGINT NOT NULL,
  discord_user_id VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind ENUM('DRAFT', 'CONFIRM') CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  command VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  payload VARBINARY(16384) NOT NULL,
  state ENUM('OPEN', 'TAKEN', 'DONE', 'CANCELLED') CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  session_id BIGINT NULL,
  taken_by BIGINT NULL,
  taken_at DATETIME(6) NULL,
  claimed_until DATETIME(6) NULL,
  PRIMARY KEY (id),
  KEY pending_of_person (discord_user_id, state, id),
  KEY pending_unsettled (state, taken_at),
  CONSTRAINT pending_taken CHECK (state NOT IN ('TAKEN', 'DONE') OR taken_at IS NOT NULL)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
