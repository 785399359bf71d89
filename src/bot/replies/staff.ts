/** What staff read: roles, requests that wait for a second person, and lines of the staff log. */
import {
  type Acted,
  type ApprovalKind,
  type ApprovalState,
  type ApprovalView,
  type Bank,
  type Corrected,
  type Currency,
  type DeskNotice,
  type DiscordUserId,
  formatAmount,
  referenceOf,
  type StaffMember,
  type StaffRole,
} from '../../bank/index.ts';
import { code, joined, type Markup, md, time, written } from '../../words/markup.ts';
import {
  actionButton,
  ask,
  done,
  facts,
  type Part,
  refuse,
  type Reply,
  show,
  small,
  text,
  withButtons,
} from '../cards/reply.ts';
import { member } from './member.ts';
import { party, receiptReply } from './money.ts';
import { stuckCard } from './stuck.ts';

const kindNames: Record<ApprovalKind, string> = {
  ROLE_GRANT: 'Grant a role',
  UNFREEZE: 'Unfreeze an account',
  RELINK: 'Give an account to another Discord user',
  ADJUST: 'Adjust a balance',
  REVERSE: 'Reverse a transaction',
  DEPOSIT: 'Approve a deposit',
};
const labels: Readonly<Record<string, string>> = {
  role: 'Role',
  member: 'New Discord user',
  amount: 'Amount',
  side: 'Side',
  memo: 'Memo',
  transaction: 'Transaction',
};

function contentValue(name: string, value: string, currency: Currency): Markup | string {
  if (name === 'amount') return formatAmount(BigInt(value), currency);
  if (name === 'transaction') return code(referenceOf(BigInt(value) as ApprovalView['id']));
  return name === 'member' ? member(value as DiscordUserId) : code(value);
}

function approvalParts(approval: ApprovalView, currency: Currency): Part[] {
  const { holder, content, reason, maker, expiresAt, state } = approval;
  const rows = Object.entries(content).flatMap(([name, value]): [string, Markup | string][] => {
    const label = labels[name];
    return label === undefined ? [] : [[label, contentValue(name, value, currency)]];
  });
  const ends = state === 'OPEN' ? md` · open until ${time(expiresAt)}` : written('');
  return [
    facts([
      ['Account', party(holder)],
      ['Owner', member(approval.member)],
      ...rows,
      ['Reason', reason === '' ? null : code(reason)],
      ['Asked by', member(maker)],
    ]),
    small(md`Request ${code(referenceOf(approval.id))}${ends}`),
  ];
}

const moving: readonly ApprovalKind[] = ['ADJUST', 'REVERSE', 'DEPOSIT'];

/** What the cards need to know of the bank. */
export type Desk = Pick<Bank, 'currency' | 'asksProof'>;

const decisionButtons = ({ id, kind }: ApprovalView, { asksProof }: Desk) => {
  const carried = { command: 'staff approvals list', token: `${id}` };
  const needsProof = asksProof && moving.includes(kind);
  return [
    actionButton('approve', 'Approve', { ...carried, needsProof, style: 'success' }),
    actionButton('decline', 'Decline', { ...carried, style: 'danger' }),
  ];
};

/** Somebody else than the maker decides with a press. */
export const approvalCard = (approval: ApprovalView, bank: Desk): Reply =>
  withButtons(
    ask(`${kindNames[approval.kind]}?`, ...approvalParts(approval, bank.currency)),
    ...decisionButtons(approval, bank),
  );

/** What the form for a proof says. */
export const approvalConfirmed = (id: ApprovalView['id']): Markup =>
  md`approve request ${code(referenceOf(id))}`;

const by = ({ checker }: ApprovalView): Markup =>
  checker === null ? written('') : md` by ${member(checker)}`;
const outcomes: Record<
  Exclude<ApprovalState, 'OPEN'>,
  { make: typeof done; word: string; sentence: (approval: ApprovalView) => Markup }
> = {
  APPROVED: {
    make: done,
    word: 'approved',
    sentence: (approval) => md`Approved${by(approval)}.`,
  },
  DECLINED: {
    make: refuse,
    word: 'declined',
    sentence: (approval) => md`Declined${by(approval)}.`,
  },
  REFUSED: {
    make: refuse,
    word: 'not possible',
    sentence: (approval) =>
      md`Approved${by(approval)}, but the bank cannot do it any more, so it is closed. Nothing happened.`,
  },
  EXPIRED: {
    make: show,
    word: 'expired',
    sentence: ({ expiresAt }) =>
      md`It was not decided by ${time(expiresAt)}. Nothing happened. It can be asked again.`,
  },
};

/** What became of a request; without buttons. */
export function decidedReply(approval: ApprovalView, currency: Currency): Reply {
  if (approval.state === 'OPEN') throw new TypeError('The request is still open');
  const { make, word, sentence } = outcomes[approval.state];
  return make(
    `${kindNames[approval.kind]}: ${word}`,
    ...approvalParts(approval, currency),
    text(sentence(approval)),
  );
}

/** The oldest of those that wait, with the next one a press away. */
export function approvalsReply(waiting: readonly ApprovalView[], bank: Desk): Reply {
  const [first, second] = waiting;
  if (first === undefined) {
    return show('Open requests', text('Nothing waits for a decision here.'));
  }
  const card = approvalCard(first, bank);
  if (second === undefined) return card;
  return withButtons(card, actionButton('next-open', 'Next', { token: `${first.id}` }));
}

export function actedReply(
  acted: Acted,
  words: { readonly title: string; readonly sentence: string },
  currency: Currency,
): Reply {
  if (acted.kind === 'done') return done(words.title, text(words.sentence));
  const { approval } = acted;
  return show(
    'Asked for a second person',
    text('Nothing has happened yet: somebody else decides, from the card or the list.'),
    ...approvalParts(approval, currency),
    small('See `/staff approvals list`.'),
  );
}

export const correctedReply = (corrected: Corrected, currency: Currency): Reply =>
  corrected.kind === 'booked'
    ? receiptReply(corrected.receipt, currency)
    : actedReply(corrected, { title: '', sentence: '' }, currency);

const roleNames: Record<StaffRole, string> = {
  TELLER: 'teller',
  MANAGER: 'manager',
  AUDITOR: 'auditor',
};

export const revokedReply = (role: StaffRole, who: DiscordUserId): Reply =>
  done('Role revoked', text(md`${member(who)} was ${roleNames[role]}. It holds at once.`));

export function rolesReply(members: readonly StaffMember[]): Reply {
  const lines = members.map(
    ({ discordUserId, role, grantedAt }) =>
      md`${member(discordUserId)} ${code(roleNames[role])} since ${time(grantedAt, 'date')}`,
  );
  return show('Staff', text(lines.length === 0 ? written('Nobody yet.') : joined(lines)));
}

const words = (action: string): string => action.toLowerCase().replaceAll('_', ' ');

/** One line of the staff log. */
function logLine(
  notice: Exclude<DeskNotice, { kind: 'APPROVAL' | 'STUCK' }>,
  currency: Currency,
): Markup {
  if (notice.kind === 'CHAIN_HEAD') {
    return md`chain reaches link **${`${notice.link}`}** · ${code(notice.hash)}`;
  }
  if (notice.kind === 'MOVEMENT') {
    const { transaction, amount, from, to, reference, at } = notice;
    const sum = formatAmount(amount, currency);
    const way = md`${party(from)} → ${party(to)}`;
    return md`${time(at)} · ${words(transaction)} · **${sum}** · ${way} · ${code(reference)}`;
  }
  const { action, actor, about, reason, at } = notice;
  const whom = about === null ? written('') : md` · ${party(about)}`;
  const why = reason === null ? written('') : md` · ${code(reason)}`;
  return md`${time(at)} · ${words(action)} · ${member(actor)}${whom}${why}`;
}

export function deskReply(notice: DeskNotice, bank: Desk): Reply {
  if (notice.kind === 'APPROVAL') return approvalCard(notice.approval, bank);
  if (notice.kind === 'STUCK') return stuckCard(notice.stuck);
  return show('', small(logLine(notice, bank.currency)));
}
