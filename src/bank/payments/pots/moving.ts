/** Money into a pot or out of it: between two accounts of one customer. */
import { fingerprintOf, type Ledger, type LedgerRequest } from '../../ledger/index.ts';
import type * as m from '../../model/index.ts';
import { BankError, numberTail } from '../../model/index.ts';
import { accountsOf } from '../own-accounts/finding.ts';
import type { OwnAccountTools } from '../own-accounts/tools.ts';
import { potIn } from './finding.ts';
import type { PotMove } from './service.ts';
import { type SideRow, sidesOf } from './store/accounts.ts';

export interface MovingTools extends OwnAccountTools {
  readonly ledger: Ledger;
}

type Way = 'POT_ADD' | 'POT_TAKE';

interface Asked {
  readonly request: LedgerRequest;
  readonly from: m.PartyView;
  readonly to: m.PartyView;
}

/** By the owner's name for the account: the holder is the same on both sides. */
const partyOf = ({ name, accountNumber }: SideRow): Omit<m.PartyView, 'isHidden'> => ({
  name: name ?? '',
  numberTail: numberTail(accountNumber),
});

async function requestOf(
  tools: MovingTools,
  session: m.Session,
  asked: { readonly way: Way; readonly move: PotMove; readonly requestId: m.RequestId },
): Promise<Asked> {
  const { way: kind, move, requestId } = asked;
  const { wish } = move;
  // A booked request is answered again also when the session or the pot is over since.
  const all = await sidesOf(tools.pool, session.customerId);
  const pot = all.find(({ accountNumber }) => accountNumber === move.pot);
  const account = all.find(({ accountNumber, isMain }) =>
    move.account === undefined ? isMain : accountNumber === move.account,
  );
  if (pot === undefined || account === undefined) {
    // Refuses a session that has ended first.
    await accountsOf(tools.pool, tools, session);
    throw new BankError(pot === undefined ? 'POT_UNKNOWN' : 'ACCOUNT_UNKNOWN');
  }
  const [source, target] = kind === 'POT_ADD' ? [account, pot] : [pot, account];
  const payment = { kind, own: source.id, payeeNumber: target.accountNumber, wish, memo: null };
  return {
    request: {
      requestId,
      initiator: { kind: 'SESSION', session },
      postings: [{ kind, source: source.id, target: target.id, amount: wish }],
      memo: null,
      isProved: false,
      fingerprint: fingerprintOf({ ...payment, currency: tools.currency.code }),
    },
    from: partyOf(source),
    to: partyOf(target),
  };
}

/** Throws POT_UNKNOWN for a closed pot, which booking refuses as a closed account. */
export async function quoteMove(
  tools: MovingTools,
  session: m.Session,
  asked: { readonly way: Way; readonly move: PotMove },
): Promise<m.Quote> {
  const all = await accountsOf(tools.pool, tools, session);
  potIn(all, { accountNumber: asked.move.pot });
  const requestId = tools.nextId() as m.RequestId;
  const { request, from, to } = await requestOf(tools, session, { ...asked, requestId });
  const quoted = await tools.ledger.quote(request);
  return { ...quoted, from, to, firstPayment: false, needsProof: false };
}

export async function bookMove(
  tools: MovingTools,
  session: m.Session,
  { way, move }: { readonly way: Way; readonly move: PotMove & m.Confirmed },
): Promise<m.Receipt> {
  const { requestId, isProved = false } = move;
  const { request, from, to } = await requestOf(tools, session, { way, move, requestId });
  const receipt = await tools.ledger.book({ ...request, isProved });
  return { ...receipt, from, to };
}
