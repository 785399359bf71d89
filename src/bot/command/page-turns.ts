/** The actions of *Newer* and *Older*: they show the page at the button's cursor. */
import type { PageRange } from '../../bank/index.ts';
import type { Reply } from '../cards/reply.ts';
import { cursorToken } from '../forms/tokens.ts';
import type { Access } from './access.ts';
import type { Action, Context } from './command.ts';

export type Turn = Omit<PageRange, 'size'>;

export function pageTurns<A extends Access, Given>(
  page: (context: Context<A>, input: Given, turn: Turn) => Promise<Reply>,
): Record<'older' | 'newer', Action<A, Given, bigint>> {
  const turning = (turnAt: (cursor: bigint) => Turn): Action<A, Given, bigint> => ({
    answer: 'replace',
    token: cursorToken,
    run: async (context, input, cursor) => page(context, input, turnAt(cursor)),
  });
  return { older: turning((before) => ({ before })), newer: turning((after) => ({ after })) };
}
