/** The choices of an option: what matches the typed text, within the limits of Discord. */
import {
  type Currency,
  type KnownPayees,
  nicknameKey,
  numberTail,
  type OwnAccount,
  partyText,
  type SavedPayee,
  suggestTimeZones,
} from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { accountLabel, accountName } from './account-names.ts';

export interface Choice {
  /** As the customer sees it, and as the choice is found by what they type. */
  readonly name: string;
  /** What the field reads. */
  readonly value: string;
}

export type Known =
  | {
      readonly suggests: 'OWN_ACCOUNTS';
      readonly accounts: readonly OwnAccount[];
      readonly currency: Currency;
    }
  | { readonly suggests: 'TIME_ZONES' }
  | { readonly suggests: 'PAYEES' | 'NICKNAMES'; readonly payees: KnownPayees };

/** https://discord.com/developers/docs/resources/channel#application-command-object */
const choicesMax = 25;
const textMax = 100;

const { payees: say } = words.replies;

/** Never the account number of another person. */
function savedChoice({ nickname, name, accountNumber, isClosed }: SavedPayee): Choice {
  const tail = numberTail(accountNumber);
  const account = name === null ? `…${tail}` : partyText({ name, numberTail: tail });
  return { name: `${nickname} · ${isClosed ? say.closed : account}`, value: nickname };
}

const zoneChoices = (typed: string): readonly Choice[] =>
  suggestTimeZones(typed.slice(0, textMax), choicesMax).map((zone) => ({
    name: zone.replaceAll('_', ' '),
    value: zone,
  }));

function allChoices(known: Exclude<Known, { readonly suggests: 'TIME_ZONES' }>): readonly Choice[] {
  switch (known.suggests) {
    case 'OWN_ACCOUNTS':
      return known.accounts
        .filter(({ status }) => status !== 'CLOSED')
        .map((account) => ({
          name: accountLabel(account, known.currency),
          value: account.accountNumber,
        }));
    case 'NICKNAMES':
      return known.payees.saved.map(savedChoice);
    case 'PAYEES': {
      const { saved, paid, own } = known.payees;
      const people = paid.map(({ name, accountNumber }): Choice => {
        const text = partyText({ name, numberTail: numberTail(accountNumber) });
        return { name: text, value: text };
      });
      const others = own.map((account): Choice => ({
        name: accountName(account),
        value: account.accountNumber,
      }));
      const names = saved.filter(({ isClosed }) => !isClosed).map(savedChoice);
      const choices = [...names, ...people, ...others];
      // Two people with the same name and the same last digits cannot be told apart here.
      return choices.filter((one) =>
        choices.every((other) => other === one || other.value !== one.value),
      );
    }
  }
}

/** Cut by UTF-16 units, as Discord may count, without half a character at the end. */
const cut = (text: string): string => text.slice(0, textMax).replace(/[\ud800-\udbff]$/, '');

/** What begins with the typed text comes first, then what has a word that does. */
export function suggestionsFor(known: Known, typed: string): readonly Choice[] {
  if (known.suggests === 'TIME_ZONES') return zoneChoices(typed);
  const wanted = nicknameKey(typed.slice(0, textMax)).trim();
  const all = allChoices(known).map((choice) => ({ choice, key: nicknameKey(choice.name) }));
  const begins = all.filter(({ key }) => key.startsWith(wanted));
  const others = all.filter(({ key }) => !key.startsWith(wanted) && key.includes(wanted));
  return [...begins, ...others]
    .map(({ choice }) => ({ name: cut(choice.name), value: choice.value }))
    .filter(({ value }) => value.length <= textMax)
    .slice(0, choicesMax);
}
