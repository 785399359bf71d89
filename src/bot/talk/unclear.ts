/** A request with one unclear part: its form opens filled with the other ones. */
import type { Known, Meaning, Person } from '../../talk/index.ts';
import type { RawValues } from '../forms/field.ts';
import { unclearReply } from './replies.ts';
import { sendLead } from './send.ts';
import { readIn } from './reading.ts';
import { type Lead, readingOf, type SignedIn } from './types.ts';

type Unclear = Extract<Meaning, { readonly intent: 'unclear' }>;

/** The command that fits; null for what no form of the bank does. */
const paths: Readonly<Record<Known['intent'], string | null>> = {
  send: 'transfer',
  schedule: 'transfer',
  deposit: 'deposit',
  withdraw: 'withdraw',
  request: null,
};

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

/** The values of the form; a payee only where it is exactly one. */
async function valuesOf(
  asking: SignedIn,
  known: Known,
  people: readonly Person[],
): Promise<RawValues> {
  const { intent, to, amount, memo } = known;
  const values = {
    ...(amount === undefined ? {} : { amount }),
    ...(memo === undefined ? {} : { memo }),
  };
  if (to === undefined || intent === 'deposit' || intent === 'withdraw') return values;
  const candidates = await candidatesFor(asking, to, known);
  const lead = await sendLead(asking, { ...known, intent: 'send', to, candidates }, people);
  return 'values' in lead ? lead.values : values;
}

export async function unclearLead(
  asking: SignedIn,
  { about, known }: Unclear,
  people: readonly Person[],
): Promise<Lead> {
  const path =
    known === undefined ? (about === 'date' ? 'history' : 'transfer') : paths[known.intent];
  const values = known === undefined || path === null ? {} : await valuesOf(asking, known, people);
  const isPayment = known !== undefined;
  const reply = unclearReply(about === 'date' && isPayment ? 'paymentDate' : about, path, values);
  return { kind: 'reply', reply, path: path ?? 'help', values };
}
