-- Keyed hashes of the words of customers' names, so that staff find somebody by a whole word while
-- the names stay sealed.
CREATE TABLE name_words (
  word_index BINARY(32) NOT NULL,
  customer_id BIGINT NOT NULL,
  PRIMARY KEY (word_index, customer_id),
  KEY name_words_of_customer (customer_id),
  CONSTRAINT name_words_customer FOREIGN KEY (customer_id) REFERENCES customers (id)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
