-- When the owner of a link was notified that it was refused: once for each link.
ALTER TABLE page_links ADD COLUMN warned_at DATETIME(6) NULL;
