import type { ChatMessage } from '../protocol/protocol.ts';
import type { MessageRow } from './rows.ts';

export const chatMessageOf = (row: MessageRow): ChatMessage => ({
  ...row.body,
  ...(row.visibleTo !== null && { visible_to: row.visibleTo }),
  ...(row.usedCommand !== null && { used_command: row.usedCommand }),
});
