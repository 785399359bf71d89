/** The service of pots, from its parts. */
import type { OwnAccountsService } from '../own-accounts/service.ts';
import { findPot } from './finding.ts';
import { judgeLock, judgeRelease, lockPot, releasePot } from './locking.ts';
import { bookMove, type MovingTools, quoteMove } from './moving.ts';
import { judgeRoundUps, readRoundUps, setRoundUps } from './round-ups.ts';
import type { NewPot, PotsService } from './service.ts';

const accountOf = ({ name, goal, goalDate }: NewPot) =>
  ({ type: 'POT', name, pot: { goal, goalDate } }) as const;

export function createPots(
  tools: MovingTools & { readonly accounts: Pick<OwnAccountsService, 'judgeOpening' | 'open'> },
): PotsService {
  const { pool, accounts } = tools;
  return {
    find: async (session, meant) => findPot(pool, tools, session, meant),
    judgeOpening: async (session, wanted) => accounts.judgeOpening(session, accountOf(wanted)),
    open: async (session, { requestId, ...order }) =>
      accounts.open(session, { ...accountOf(order), requestId }),
    quoteAdd: async (session, move) => quoteMove(tools, session, { way: 'POT_ADD', move }),
    quoteTake: async (session, move) => quoteMove(tools, session, { way: 'POT_TAKE', move }),
    add: async (session, move) => bookMove(tools, session, { way: 'POT_ADD', move }),
    take: async (session, move) => bookMove(tools, session, { way: 'POT_TAKE', move }),
    judgeLock: async (session, locking) => judgeLock(tools, session, locking),
    lock: async (session, order) => lockPot(tools, session, order),
    judgeRelease: async (session, meant) => judgeRelease(tools, session, meant),
    release: async (session, order) => releasePot(tools, session, order),
    roundUps: async (session) => readRoundUps(pool, tools, session),
    judgeRoundUps: async (session, wanted) => judgeRoundUps(tools, session, wanted),
    setRoundUps: async (session, order) => setRoundUps(tools, session, order),
  };
}
