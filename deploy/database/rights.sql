-- For restoring a backup into a schema of its own; see "Backup and restore" in docs/operations.md.
GRANT ALL ON `passbook\_drill\_%`.* TO 'passbook'@'%';
