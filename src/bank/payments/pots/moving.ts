/** Money into a pot or out of it: between two accounts of one customer or shared account. */
import { fingerprintOf, type Ledger, type LedgerRequest } from '../../ledger/index.ts';
import type * as m from '../../model/index.ts';
import { BankError, numberTail } from '../../model/index.ts';
import { accountsOf } from '../own-accounts/finding.ts';
import type { OwnAccountTools } from '../own-accounts/tools.ts';
import type { MemberLink } from '../../shared/index.ts';
import { findPot, sharedOfPot } from './finding.ts';
import type { PotMove } from './service.ts';
import { type SideRow, sidesOf, sidesOfShared } from './store/accounts.ts';

export interface MovingTools extends OwnAccountTools {
  readonly ledger: Ledger;
  readonly memberLink: MemberLink;
}

type Way = 'POT_ADD' | 'POT_TAKE';

interface Asked {
  readonly request: LedgerRequest;
  readonly from: m.PartyView;
  readonly to: m.PartyView;
}

/** By the owner's name for the account, or that of the shared one: both sides have one holder. */
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
  const shared = await sharedOfPot(tools.pool, move.pot);
  const all = await (shared === null
    ? sidesOf(tools.pool, session.customerId)
    : sidesOfShared(tools.pool, shared.accountNumber));
  const pot = all.find(({ accountNumber }) => accountNumber === move.pot);
  const other = move.account ?? shared?.accountNumber;
  if (shared !== null && other !== shared.accountNumber) {
    throw new BankError('POT_ONLY_SAVES', { tried: 'OTHER' });
  }
  const account = all.find(({ accountNumber, isMain }) =>
    other === undefined ? isMain : accountNumber === other,
  );
  if (pot === undefined || account === undefined) {
    // Refuses a session that has ended first.
    await accountsOf(tools.pool, tools, session);
    throw new BankError(pot === undefined ? 'POT_UNKNOWN' : 'ACCOUNT_UNKNOWN');
  }
  const [source, target] = kind === 'POT_ADD' ? [account, pot] : [pot, account];
  const member = shared === null ? null : await tools.memberLink(session.customerId, account.id);
  const payment = { kind, own: source.id, payeeNumber: target.accountNumber, wish, memo: null };
  return {
    request: {
      requestId,
      initiator: { kind: 'SESSION', session },
      postings: [{ kind, source: source.id, target: target.id, amount: wish }],
      memo: null,
      isProved: false,
      ...(member === null ? {} : { links: { member } }),
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
  await findPot(tools.pool, tools, session, { accountNumber: asked.move.pot });
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
