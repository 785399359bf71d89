/** A customer's pots as text and as a picture, on `/pot list` and `/balance`. */
import {
  type Currency,
  type InterestView,
  numberTail,
  type OwnAccount,
  type PotTerms,
  type RoundUps,
  type SharedPots,
} from '../../bank/index.ts';
import { fontPaths } from '../../documents/index.ts';
import { words } from '../../words/index.ts';
import { formatAmount } from '../../words/text/amount.ts';
import { formatDay } from '../../words/text/date.ts';
import { code, joined, type Markup, md, time, written } from '../../words/text/markup.ts';
import {
  facts,
  formButton,
  type Part,
  type Reply,
  show,
  small,
  stepButton,
  text,
  withButtons,
} from '../cards/reply.ts';
import { potName } from '../forms/account-names.ts';
import { earningParts } from '../fees/interest.ts';
import { picture } from '../pictures/picture.ts';
import { potsChart } from '../pictures/pots-chart.ts';

const { pots: say, shared } = words.replies;

const pictureName = 'pots.png';
/** Blocks of the bar in the text. */
const blocks = 10;

export interface PotAccount extends OwnAccount {
  readonly pot: PotTerms;
}

export const isOpenPot = (account: OwnAccount): account is PotAccount =>
  account.pot !== undefined && account.status !== 'CLOSED';

/** Never rounded up to a hundred. */
const percentOf = (saved: bigint, goal: bigint): number =>
  saved >= goal ? 100 : Number((saved * 100n) / goal);

const barOf = (percent: number): string => {
  const full = Math.floor((percent * blocks) / 100);
  return '▰'.repeat(full) + '▱'.repeat(blocks - full);
};

function potLine(account: PotAccount, currency: Currency, numberShown: boolean): Markup {
  const { accountNumber, balance, status, pot } = account;
  const { goal, goalDate, lock } = pot;
  const releaseAt = lock?.releaseAt ?? null;
  const number = code(numberShown ? accountNumber : `…${numberTail(accountNumber)}`);
  const sum = formatAmount(balance, currency);
  const head = md`**${potName(account)}** ${number} · **${sum}**`;
  const percent = goal === null ? null : percentOf(balance, goal);
  const progress =
    goal === null || percent === null
      ? []
      : [md`${barOf(percent)} ${say.progress(sum, formatAmount(goal, currency), percent)}`];
  const about = [
    ...(percent === 100 ? [written(say.reached)] : []),
    ...(goalDate === null ? [] : [written(say.by(formatDay(goalDate)))]),
    ...(lock === null ? [] : [say.locked(time(lock.until))]),
    ...(releaseAt === null ? [] : [say.releases(time(releaseAt))]),
    ...(status === 'FROZEN' ? [written(words.replies.accounts.states.FROZEN ?? '')] : []),
  ];
  const small = about.length === 0 ? [] : [md`-# ${joined(about, ' · ')}`];
  return joined([head, ...progress, ...small]);
}

const totalOf = (accounts: readonly OwnAccount[]): bigint =>
  accounts.reduce((sum, { balance }) => sum + balance, 0n);

const potPicture = (): Part => ({
  kind: 'image',
  name: pictureName,
  description: say.list.picture,
});

/** Free money and saved money, the picture, and a line for each pot; nothing without pots. */
export function potParts(
  all: readonly OwnAccount[],
  currency: Currency,
  numberShown: boolean,
): Part[] {
  const pots = all.filter(isOpenPot);
  if (pots.length === 0) return [];
  const others = all.filter(({ status, pot }) => status !== 'CLOSED' && pot === undefined);
  const [free, saved] = [totalOf(others), totalOf(pots)];
  return [
    facts([
      [say.free, formatAmount(free, currency)],
      [say.saved, formatAmount(saved, currency)],
    ]),
    potPicture(),
    text(joined(pots.map((one) => potLine(one, currency, numberShown)))),
  ];
}

/** A line for each open pot of the customer's shared accounts; nothing without any. */
export function sharedPotLines(
  { pots }: Pick<SharedPots, 'pots'>,
  currency: Currency,
  numberShown: boolean,
): Part[] {
  const open = pots.filter(isOpenPot);
  if (open.length === 0) return [];
  return [text(joined(open.map((one) => potLine(one, currency, numberShown))))];
}

/** The picture where no pot of the customer's own has it already. */
export const sharedPotPicture = (
  all: readonly OwnAccount[],
  { pots }: Pick<SharedPots, 'pots'>,
): Part[] => (!all.some(isOpenPot) && pots.some(isOpenPot) ? [potPicture()] : []);

/** Picture and lines under a heading, and where payments from those accounts are rounded up. */
function sharedPotParts(
  all: readonly OwnAccount[],
  { pots, roundUps }: SharedPots,
  currency: Currency,
): Part[] {
  const lines = sharedPotLines({ pots }, currency, true);
  if (lines.length === 0) return [];
  return [
    text(md`**${shared.section}**`),
    ...sharedPotPicture(all, { pots }),
    ...lines,
    ...roundUps.map(({ pot, units }) => small(say.rounding(md`${potName(pot)}`, units))),
  ];
}

/** The same with the picture of own and shared pots that its parts name, if they do. */
export async function withPotPicture(
  reply: Reply,
  shown: { readonly all: readonly OwnAccount[]; readonly shared: Pick<SharedPots, 'pots'> | null },
  currency: Currency,
): Promise<Reply> {
  const { all } = shown;
  const pots = all.filter(isOpenPot);
  const inShared = (shown.shared?.pots ?? []).filter(isOpenPot);
  if (pots.length + inShared.length === 0) return reply;
  const others = all.filter(({ status, pot }) => status !== 'CLOSED' && pot === undefined);
  const drawn = [...pots, ...inShared].map((account) => ({
    name: potName(account),
    saved: account.balance,
    goal: account.pot.goal,
    isLocked: account.pot.lock !== null,
  }));
  // What is in shared accounts is not part of the customer's own sums.
  const sums = pots.length === 0 ? null : { free: totalOf(others), saved: totalOf(pots) };
  const svg = potsChart({ sums, pots: drawn }, (sum) => formatAmount(sum, currency));
  const bytes = await picture(svg, { fontFiles: fontPaths() });
  return { ...reply, attachments: [...reply.attachments, { name: pictureName, bytes }] };
}

export const potsButton = (): Reply['buttons'][number] =>
  stepButton('start', say.buttons.list, 'secondary', { command: 'pot list', row: null });

const onPots = ({ accounts, ...rest }: InterestView): InterestView => ({
  ...rest,
  accounts: accounts.filter(({ type }) => type === 'POT'),
});

export async function potsReply(
  all: readonly OwnAccount[],
  more: {
    readonly roundUps: RoundUps | null;
    readonly shared: SharedPots;
    readonly interest: InterestView;
    readonly currency: Currency;
  },
): Promise<Reply> {
  const { roundUps, interest, currency } = more;
  const inShared = sharedPotParts(all, more.shared, currency);
  const open = formButton('pot new', say.buttons.open, 'primary');
  const pots = all.filter(isOpenPot);
  if (pots.length === 0 && inShared.length === 0) {
    return withButtons(show(say.list.title, text(say.list.empty)), open);
  }
  const rounding =
    roundUps === null ? [] : [small(say.rounding(md`${potName(roundUps.pot)}`, roundUps.units))];
  const reply = withButtons(
    show(
      say.list.title,
      ...potParts(all, currency, true),
      ...earningParts(onPots(interest), currency),
      ...rounding,
      ...inShared,
    ),
    formButton('pot add', say.buttons.add, 'primary'),
    formButton('pot take', say.buttons.take),
    formButton('pot lock', say.buttons.lock),
    formButton('pot round-up', say.buttons.roundUp),
    formButton('pot new', say.buttons.open),
    formButton('pot close', say.buttons.close),
  );
  return withPotPicture(reply, { all, shared: more.shared }, currency);
}
