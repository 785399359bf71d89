/** The confirm card of a request, and the card once it is made. */
import type {
  AccountNumber,
  Currency,
  DiscordUserId,
  QuotedDue,
  RequestOrder,
  RequestQuote,
  RequestView,
  Unasked,
} from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { formatAmount } from '../../words/text/amount.ts';
import { formatDay } from '../../words/text/date.ts';
import { code, joined, type Markup, md, time, written } from '../../words/text/markup.ts';
import {
  actionButton,
  ask,
  done,
  facts,
  type Part,
  type Reply,
  show,
  small,
  text,
  withButtons,
} from '../cards/reply.ts';
import type { Question } from '../command/command.ts';
import { member } from '../replies/member.ts';
import { party } from '../replies/money.ts';
import { sharedAmount } from './shared-amount.ts';
import { tableButton } from './table.ts';

const { requests: say, labels } = words.replies;

const linesMax = 10;
const namesMax = 20;

const lineOf = ({ payer, member: id }: QuotedDue, amount: string | null): Markup =>
  amount === null
    ? md`${party(payer)} · ${member(id)}`
    : md`${party(payer)} · ${member(id)} · **${amount}**`;

function payersPart({ dues }: RequestQuote, currency: Currency): Part {
  const each = sharedAmount(dues);
  const lines = dues
    .slice(0, linesMax)
    .map((due) => lineOf(due, each === null ? formatAmount(due.amount, currency) : null));
  const more = dues.length - lines.length;
  return text(joined([...lines, ...(more > 0 ? [written(say.more(more))] : [])]));
}

const namesOf = (members: readonly DiscordUserId[]): Markup => {
  const names = members.slice(0, namesMax).map(member);
  const more = members.length - names.length;
  return joined([...names, ...(more > 0 ? [written(say.more(more))] : [])], ', ');
};

function unaskedParts({ unasked }: RequestQuote): Part[] {
  const of = (wanted: Unasked) =>
    unasked.filter(({ why }) => why === wanted).map((one) => one.member);
  const kinds = ['NO_ACCOUNT', 'UNWANTED', 'FULL'] as const;
  return [
    ...kinds.flatMap((why) => {
      const members = of(why);
      return members.length === 0 ? [] : [text(say.unasked[why](namesOf(members)))];
    }),
    ...(of('SELF').length === 0 ? [] : [small(say.unasked.SELF)]),
  ];
}

function splitPart({ dues, firstWithMore }: RequestQuote, currency: Currency): Part[] {
  const [first, last] = [dues[0], dues.at(-1)];
  if (firstWithMore === 0 || first === undefined || last === undefined) return [];
  const [more, less] = [first, last].map(({ amount }) => formatAmount(amount, currency));
  return [text(say.firstWithMore(firstWithMore, more!, less!))];
}

export const orderOf = (
  { dues, memo, dueOn, expiresAt }: RequestQuote,
  into: AccountNumber | undefined,
) => ({
  ...(into === undefined ? {} : { intoAccount: into }),
  dues: dues.map(({ accountNumber, amount }) => ({ accountNumber, amount })),
  memo,
  dueOn,
  expiresAt,
});

export function requestQuestion(
  quote: RequestQuote,
  view: {
    readonly currency: Currency;
    readonly inServer: boolean;
    /** The number of the account that is paid. */
    readonly into: AccountNumber | undefined;
  },
): Question<ReturnType<typeof orderOf>> {
  const { currency, inServer } = view;
  const { dues, total, into, memo, dueOn, expiresAt, unasked } = quote;
  const each = sharedAmount(dues);
  const card = ask(
    say.question(dues.length, formatAmount(total, currency)),
    payersPart(quote, currency),
    facts([
      [say.labels.each, each === null ? null : formatAmount(each, currency)],
      [say.labels.into, party(into)],
      [labels.memo, memo === null ? null : code(memo)],
      [say.labels.due, dueOn === null ? null : formatDay(dueOn)],
      [say.labels.expires, time(expiresAt)],
    ]),
    ...splitPart(quote, currency),
    ...unaskedParts(quote),
  );
  const canInvite = inServer && unasked.some(({ why }) => why === 'NO_ACCOUNT');
  const order = orderOf(quote, view.into);
  return { card: canInvite ? withButtons(card, inviteButton()) : card, order };
}

const inviteButton = () => actionButton('open-accounts', say.buttons.invite, { keepsInput: true });

export type Order = Pick<RequestOrder, 'intoAccount' | 'dues' | 'memo' | 'dueOn' | 'expiresAt'>;

export function madeReply(
  { id, people, asked, reference }: RequestView,
  currency: Currency,
): Reply {
  const title = say.made(people, formatAmount(asked, currency));
  const about = facts([[labels.reference, code(reference)]]);
  return withButtons(done(title, about, small(say.madeNote)), tableButton(id));
}

/** Posts one public message to those without an account; it says nothing about money. */
export function invitationReply(members: readonly DiscordUserId[], bankName: string): Reply {
  const { title, sentence, sent, unsent, nobody } = say.invitation;
  if (members.length === 0) return show(nobody.title, text(nobody.sentence));
  const open = { command: 'register', style: 'primary' } as const;
  const card = withButtons(
    show(title(bankName), text(sentence(namesOf(members)))),
    actionButton('edit', words.replies.buttons.openAccount, open),
  );
  return {
    ...done(sent.title, text(sent.sentence)),
    post: { card, unsent: async () => show(unsent.title, text(unsent.sentence)) },
  };
}
