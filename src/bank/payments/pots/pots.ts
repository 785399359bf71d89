/** The service of pots, from its parts. */
import type { OwnAccountsService } from '../own-accounts/service.ts';
import { memberLinks } from '../../shared/index.ts';
import { closeSharedPot, judgeSharedClosing } from './changing.ts';
import { findPot, sharedOfPot } from './finding.ts';
import { judgeLock, judgeRelease, lockPot, releasePot } from './locking.ts';
import { bookMove, type MovingTools, quoteMove } from './moving.ts';
import { judgeSharedPot, openSharedPot } from './opening.ts';
import { judgeRoundUps, readRoundUps, readSharedPots, setRoundUps } from './round-ups.ts';
import type { NewPot, PotsService } from './service.ts';

const accountOf = ({ name, goal, goalDate }: NewPot) =>
  ({ type: 'POT', name, pot: { goal, goalDate } }) as const;

type Own = Pick<OwnAccountsService, 'judgeOpening' | 'open' | 'judgeClosing' | 'close'>;

export function createPots(
  given: Omit<MovingTools, 'memberLink'> & { readonly accounts: Own },
): PotsService {
  const { pool, accounts } = given;
  const tools = { ...given, memberLink: memberLinks(pool) };
  return {
    shared: async (session) => readSharedPots(pool, tools, session),
    find: async (session, meant) => findPot(pool, tools, session, meant),
    judgeOpening: async (session, { of, ...wanted }) =>
      of === undefined
        ? accounts.judgeOpening(session, accountOf(wanted))
        : judgeSharedPot(tools, session, { ...wanted, of }),
    open: async (session, { requestId, of, ...order }) =>
      of === undefined
        ? accounts.open(session, { ...accountOf(order), requestId })
        : openSharedPot(tools, session, { ...order, of, requestId }),
    quoteAdd: async (session, move) => quoteMove(tools, session, { way: 'POT_ADD', move }),
    quoteTake: async (session, move) => quoteMove(tools, session, { way: 'POT_TAKE', move }),
    add: async (session, move) => bookMove(tools, session, { way: 'POT_ADD', move }),
    take: async (session, move) => bookMove(tools, session, { way: 'POT_TAKE', move }),
    judgeLock: async (session, locking) => judgeLock(tools, session, locking),
    lock: async (session, order) => lockPot(tools, session, order),
    judgeRelease: async (session, meant) => judgeRelease(tools, session, meant),
    release: async (session, order) => releasePot(tools, session, order),
    judgeClosing: async (session, meant) => {
      const pot = await findPot(pool, tools, session, meant);
      const { accountNumber, potOf } = pot;
      return potOf === undefined
        ? accounts.judgeClosing(session, { accountNumber })
        : judgeSharedClosing(tools, session, pot);
    },
    close: async (session, { pot, requestId }) => {
      const shared = await sharedOfPot(pool, pot);
      if (shared === null) return accounts.close(session, { account: pot, requestId });
      return closeSharedPot(tools, session, { pot, requestId, shared });
    },
    roundUps: async (session) => readRoundUps(pool, tools, session),
    judgeRoundUps: async (session, wanted) => judgeRoundUps(tools, session, wanted),
    setRoundUps: async (session, order) => setRoundUps(tools, session, order),
  };
}
