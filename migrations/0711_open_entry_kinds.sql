-- As in transactions; an entry of a further posting has that posting's kind, such as FEE.
ALTER TABLE entries
  MODIFY kind VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL;
