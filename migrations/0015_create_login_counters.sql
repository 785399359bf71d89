-- Failed logins: by the bound person per account, by everybody else per Discord user, so that
-- nobody's guessing locks the owner out.
CREATE TABLE login_counters (
  scope ENUM('ACCOUNT', 'PERSON') CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  failures INT NOT NULL,
  failed_at DATETIME(6) NOT NULL,
  locked_until DATETIME(6) NOT NULL,
  PRIMARY KEY (scope, subject)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
