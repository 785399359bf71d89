/** A request with one unclear part: its form opens filled with the other ones. */
import { parseAmount } from '../../bank/index.ts';
import type { Known, Meaning, Person } from '../../talk/index.ts';
import { words } from '../../words/index.ts';
import type { RawValues } from '../forms/field.ts';
import { requestLead } from './ask.ts';
import { unclearReply } from './replies.ts';
import { sendLead } from './send.ts';
import { readIn } from './reading.ts';
import { type Lead, readingOf, type SignedIn } from './types.ts';

type Unclear = Extract<Meaning, { readonly intent: 'unclear' }>;

/** The command that fits. */
const paths: Readonly<Record<Known['intent'], string>> = {
  send: 'transfer',
  schedule: 'transfer',
  deposit: 'deposit',
  withdraw: 'withdraw',
  request: 'request create',
};

/** A number with a point or comma, which is no part of a mention or an account number. */
const separated = /(?<![A-Za-z\d<@#.,])\d{1,9}(?:[.,]\d{1,9})+(?![A-Za-z\d])/g;

/**
 * The amount as written, where it is the only such number and the form refuses it: there the person
 * reads why, and chooses between its meanings with a button. Undefined for anything else.
 */
function doubtful({ text, bank }: SignedIn): string | undefined {
  const numbers = text.match(separated) ?? [];
  const [only, ...others] = numbers;
  if (only === undefined || others.length > 0) return undefined;
  return parseAmount(only, bank.currency, { writing: words.amounts }).ok ? undefined : only;
}

/** Persons with the name: earlier payees, else members of the shared servers. */
async function candidatesFor(asking: SignedIn, to: string, known: Known) {
  if (known.candidates.length > 0) return known.candidates;
  const { members, person, place, text, language } = asking;
  const [word = ''] = to.trim().split(/\s+/);
  const found = await members.find(person, place, word);
  if (found.length === 0) return [];
  const again = readIn(text, language, readingOf(asking, found)).meaning;
  // The names must not change what the sentence says.
  return again.intent === 'unclear' && again.known?.to === to ? again.known.candidates : [];
}

/** As if the sentence was clear. Null where it names no payee. */
async function clearLead(
  asking: SignedIn,
  known: Known,
  people: readonly Person[],
): Promise<Extract<Lead, { readonly values: RawValues }> | null> {
  const { intent, to, amount, memo } = known;
  if (intent === 'deposit' || intent === 'withdraw') {
    const values = amount === undefined ? {} : { amount };
    return { kind: 'command', path: intent, values };
  }
  if (to === undefined) return null;
  const candidates = await candidatesFor(asking, to, known);
  const parts = { candidates, ...(amount && { amount }), ...(memo && { memo }) };
  const lead =
    intent === 'request'
      ? await requestLead(asking, { intent, from: to, ...parts }, people)
      : await sendLead(asking, { intent: 'send', to, ...parts }, people);
  return 'values' in lead ? lead : null;
}

const questionOf = (about: Unclear['about'], { intent }: Known) => {
  if (about === 'date') return 'paymentDate';
  return about === 'payee' && intent === 'request' ? 'payer' : about;
};

const partsOf = ({ amount, memo }: Known): RawValues => ({
  ...(amount === undefined ? {} : { amount }),
  ...(memo === undefined ? {} : { memo }),
});

export async function unclearLead(
  asking: SignedIn,
  { about, known }: Unclear,
  people: readonly Person[],
): Promise<Lead> {
  if (known === undefined) {
    const path = about === 'date' ? 'history' : 'transfer';
    return { kind: 'reply', reply: unclearReply(about, path, {}), path, values: {} };
  }
  const typed = about === 'amount' && known.intent !== 'schedule' ? doubtful(asking) : undefined;
  const amount = typed ?? known.amount;
  const lead = await clearLead(asking, amount === undefined ? known : { ...known, amount }, people);
  const path = paths[known.intent];
  if (typed !== undefined) {
    return lead ?? { kind: 'command', path, values: partsOf({ ...known, amount: typed }) };
  }
  const values = lead?.values ?? partsOf(known);
  return {
    kind: 'reply',
    reply: unclearReply(questionOf(about, known), path, values),
    path,
    values,
  };
}
