/** Cards for staff: roles, requests that need a second person, and lines of the staff log. */
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
  type FeeKind,
  type InterestType,
  referenceOf,
  type StaffMember,
  type StaffRole,
} from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import {
  channelLink,
  code,
  joined,
  type Markup,
  md,
  time,
  written,
} from '../../words/text/markup.ts';
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
import type { DepositRule } from '../forms/setup-fields.ts';
import { actionWithin } from './audit-action.ts';
import { member } from './member.ts';
import { party, receiptReply } from './money.ts';
import { stuckCard } from './stuck.ts';
import { formatAmount } from '../../words/text/amount.ts';
import { formatDay } from '../../words/text/date.ts';

const { staff: say, buttons, labels } = words.replies;

const sums: readonly string[] = ['amount', 'flat', 'least', 'most'];

function contentValue(name: string, value: string, currency: Currency): Markup | string {
  if (sums.includes(name)) return formatAmount(BigInt(value), currency);
  if (name === 'movement') return words.replies.fees.kinds[value as FeeKind];
  if (name === 'savings') return words.replies.interest.kinds[value as InterestType];
  if (name === 'basisPoints') return words.replies.interest.rate(BigInt(value));
  if (name === 'from') return formatDay(value);
  if (name === 'transaction') return code(referenceOf(BigInt(value) as ApprovalView['id']));
  if (value === '') return '–';
  if (name.endsWith('_CHANNEL_ID')) return channelLink(value);
  if (name === 'DEPOSITS') return words.fields.depositRule.choices[value as DepositRule].label;
  return name === 'member' ? member(value as DiscordUserId) : code(value);
}

/** What a request changes, for the cards and the page. */
const contentRows = (content: ApprovalView['content'], currency: Currency) =>
  Object.entries(content).flatMap(([name, value]): [string, Markup | string][] => {
    const label = say.approval.content(name);
    const isUnset = name === 'least' && value === '0';
    return label === null || isUnset ? [] : [[label, contentValue(name, value, currency)]];
  });

const unowned: readonly ApprovalKind[] = ['SETUP', 'FEE', 'INTEREST'];

function approvalParts(approval: ApprovalView, currency: Currency): Part[] {
  const { id, kind, holder, content, reason, maker, expiresAt, state } = approval;
  // A change of settings, fees or rates is about no account.
  const about: [string, Markup][] = unowned.includes(kind)
    ? []
    : [
        [labels.account, party(holder)],
        [say.approval.owner, member(approval.member)],
      ];
  const rows = contentRows(content, currency);
  const reference = code(referenceOf(id));
  return [
    facts([
      ...about,
      ...rows,
      [labels.reason, reason === '' ? null : code(reason)],
      [say.approval.requestedBy, member(maker)],
    ]),
    small(
      state === 'OPEN'
        ? say.approval.openRequest(reference, time(expiresAt))
        : say.approval.request(reference),
    ),
  ];
}

const moving: readonly ApprovalKind[] = ['ADJUST', 'REVERSE', 'DEPOSIT'];

/** The parts of the bank that the cards need. */
export type BankFacts = Pick<Bank, 'currency' | 'asksProof'>;

const decisionButtons = ({ id, kind }: ApprovalView, { asksProof }: BankFacts) => {
  const carried = { command: 'staff approvals list', token: `${id}` };
  const needsProof = asksProof && moving.includes(kind);
  return [
    actionButton('approve', buttons.approve, { ...carried, needsProof, style: 'success' }),
    actionButton('decline', buttons.decline, { ...carried, style: 'danger' }),
  ];
};

/** A person other than the maker decides by pressing a button. */
export const approvalCard = (approval: ApprovalView, bank: BankFacts): Reply =>
  withButtons(
    ask(say.approval.question(approval.kind), ...approvalParts(approval, bank.currency)),
    ...decisionButtons(approval, bank),
  );

/** The intent shown in the proof form. */
export const approvalConfirmed = (id: ApprovalView['id']): Markup =>
  say.approval.intent(code(referenceOf(id)));

/** For the page, which knows no Discord names. */
export function approvalLines(approval: ApprovalView, currency: Currency): Markup[] {
  const { kind, holder, content, reason } = approval;
  const isAboutAccount = !unowned.includes(kind);
  const rows: [string, Markup | string][] = [
    ...(isAboutAccount ? [[labels.account, party(holder)] satisfies [string, Markup]] : []),
    ...contentRows(content, currency),
    ...(reason === '' ? [] : [[labels.reason, reason] satisfies [string, string]]),
  ];
  return [
    written(say.approval.question(kind)),
    ...rows.map(([label, value]) => md`${label}: ${value}`),
  ];
}

const checkerOf = ({ checker }: ApprovalView): Markup | null =>
  checker === null ? null : member(checker);
const outcomes: Record<
  Exclude<ApprovalState, 'OPEN'>,
  { make: typeof done; sentence: (approval: ApprovalView) => Markup }
> = {
  APPROVED: { make: done, sentence: (approval) => say.approval.approved(checkerOf(approval)) },
  DECLINED: { make: refuse, sentence: (approval) => say.approval.declined(checkerOf(approval)) },
  REFUSED: { make: refuse, sentence: (approval) => say.approval.notPossible(checkerOf(approval)) },
  EXPIRED: { make: show, sentence: ({ expiresAt }) => say.approval.expired(time(expiresAt)) },
};

/** The outcome of a request; without buttons. */
export function decidedReply(approval: ApprovalView, currency: Currency): Reply {
  if (approval.state === 'OPEN') throw new TypeError('The request is still open');
  const { make, sentence } = outcomes[approval.state];
  return make(
    say.approval.outcome(approval.kind, approval.state),
    ...approvalParts(approval, currency),
    text(sentence(approval)),
  );
}

/** The oldest open request, with a button to the next. */
export function approvalsReply(waiting: readonly ApprovalView[], bank: BankFacts): Reply {
  const [first, second] = waiting;
  if (first === undefined) return show(say.approval.list, text(say.approval.none));
  const card = approvalCard(first, bank);
  if (second === undefined) return card;
  return withButtons(card, actionButton('next-open', buttons.next, { token: `${first.id}` }));
}

export function actedReply(
  acted: Acted,
  texts: { readonly title: string; readonly sentence: string },
  currency: Currency,
): Reply {
  if (acted.kind === 'done') return done(texts.title, text(texts.sentence));
  const { title, sentence, note } = say.approval.needed;
  return show(title, text(sentence), ...approvalParts(acted.approval, currency), small(note));
}

export const correctedReply = (corrected: Corrected, currency: Currency): Reply =>
  corrected.kind === 'booked'
    ? receiptReply(corrected.receipt, currency)
    : actedReply(corrected, { title: '', sentence: '' }, currency);

export const revokedReply = (role: StaffRole, who: DiscordUserId): Reply =>
  done(say.roles.revoked, text(say.roles.was(member(who), role)));

export function rolesReply(members: readonly StaffMember[]): Reply {
  const lines = members.map(({ discordUserId, role, grantedAt }) =>
    say.roles.line(member(discordUserId), code(say.role(role)), time(grantedAt, 'date')),
  );
  return show(say.roles.title, text(lines.length === 0 ? say.roles.none : joined(lines)));
}

/** One line of the staff log. */
function logLine(
  notice: Exclude<DeskNotice, { kind: 'APPROVAL' | 'STUCK' | 'JOB_STUCK' | 'UPKEEP_FAILED' }>,
  currency: Currency,
): Markup {
  if (notice.kind === 'CHECKPOINT') {
    return say.log.checkpoint(`${notice.size}`, code(notice.root));
  }
  if (notice.kind === 'CHAIN_HEAD') return say.log.chainHead(`${notice.link}`, code(notice.hash));
  if (notice.kind === 'MOVEMENT') {
    const { transaction, initiator, amount, from, to, reference, at } = notice;
    const what = say.log.movement(transaction, initiator);
    const sum = formatAmount(amount, currency);
    const way = md`${party(from)} → ${party(to)}`;
    return md`${time(at)} · ${what} · **${sum}** · ${way} · ${code(reference)}`;
  }
  if (notice.kind === 'UNREACHED') return say.log.unreached(party(notice.customer), notice.reach);
  const { action, actor, about, reason, at } = notice;
  const whom = about === null ? written('') : md` · ${party(about)}`;
  const why = reason === null ? written('') : md` · ${code(reason)}`;
  return md`${time(at)} · ${actionWithin(action)} · ${member(actor)}${whom}${why}`;
}

export function deskReply(notice: DeskNotice, bank: BankFacts): Reply {
  if (notice.kind === 'APPROVAL') return approvalCard(notice.approval, bank);
  if (notice.kind === 'STUCK' || notice.kind === 'JOB_STUCK') return stuckCard(notice.stuck);
  if (notice.kind === 'UPKEEP_FAILED') {
    const { title, advice } = say.upkeep;
    return refuse(title[notice.task], text(time(notice.at)), small(advice[notice.task]));
  }
  return show('', small(logLine(notice, bank.currency)));
}
