-- The secret by which receipts are recognised: one row, sealed with a key of the bank and sealed anew
-- when that key is replaced, so that receipts stay genuine. Made at the first receipt.
CREATE TABLE receipt_keys (
  id INT NOT NULL,
  sealed VARBINARY(255) NOT NULL,
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT receipt_keys_one CHECK (id = 1)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
