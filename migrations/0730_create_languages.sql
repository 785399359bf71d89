-- In which language the bank writes to a Discord user. `choice` is a language of the product, made
-- with /language; NULL: as Discord shows itself to the person. `locale` is Discord's, as last seen.
CREATE TABLE languages (
  discord_user_id VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  choice VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NULL,
  locale VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NULL,
  PRIMARY KEY (discord_user_id)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
