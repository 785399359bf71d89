-- A request that was approved and that the bank can never do is REFUSED: it is not decided again.
ALTER TABLE approvals
  MODIFY state ENUM('OPEN', 'APPROVED', 'DECLINED', 'REFUSED')
    CHARACTER SET ascii COLLATE ascii_bin NOT NULL;
