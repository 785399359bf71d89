-- Cards of open requests that stand in the staff's channel, so that they can be changed to what has
-- become of the request. A row goes when its card has been changed. The message's id is Discord's.
CREATE TABLE approval_cards (
  message_id VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  channel_id VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  approval_id BIGINT NOT NULL,
  attempts INT NOT NULL DEFAULT 0,
  due_at DATETIME(6) NOT NULL,
  PRIMARY KEY (message_id),
  KEY approval_cards_due (due_at)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
