/** Accounts as plain text, for Discord's lists. */
import { type Currency, type NamedAccount, numberTail, type OwnAccount } from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { formatAmount } from '../../words/text/amount.ts';

const { ownAccounts: say } = words.replies;

/** Discord's limit of a choice. */
const labelMax = 100;

/** `Trip`; of a pot of a shared account, `Chess club · Trip` */
export const potName = ({ name, potOf }: Pick<OwnAccount, 'name' | 'potOf'>): string =>
  [...(potOf === undefined ? [] : [potOf.name]), name ?? words.replies.pots.type].join(' · ');

/** `Holiday …1234`, `Chess club · Trip …1234`; `…1234` without a name. */
export function accountTitle(account: NamedAccount): string {
  const tail = `…${numberTail(account.accountNumber)}`;
  return account.name === null ? tail : `${potName(account)} ${tail}`;
}

/** `Holiday · …1234`; of a pot of a shared account, `Chess club · Trip · …1234` */
export function accountName(account: OwnAccount): string {
  const name = account.name ?? say.types[account.type];
  return `${potName({ ...account, name })} · …${numberTail(account.accountNumber)}`;
}

/** `Holiday · …1234 · 12.00 FLR` */
export const accountLabel = (account: OwnAccount, currency: Currency): string =>
  `${accountName(account)} · ${formatAmount(account.available, currency)}`.slice(0, labelMax);
