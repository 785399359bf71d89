/** Questions about past payments: the filter of the history, and sums for each person named. */
import type { HistoryFilter, KnownParty } from '../../bank/index.ts';
import type { History } from '../../talk/index.ts';
import type { RawValues } from '../forms/field.ts';
import { sumsReply, type PartySums } from './replies.ts';
import { labelOf, mentionedIn, personOf } from './people.ts';
import type { Lead, SignedIn } from './types.ts';

const peopleMax = 5;
const newestMax = 5;

/** The account numbers that the question is about; null without a person in it. */
function numbersIn(meaning: History, parties: readonly KnownParty[]): readonly string[] | null {
  if (meaning.with === undefined) return null;
  const mentioned = mentionedIn(meaning.with);
  const known =
    mentioned === null
      ? (meaning.candidates ?? []).map(({ id }) => id)
      : parties
          .filter(({ discordUserId }) => discordUserId === mentioned)
          .map((one) => personOf(one).id);
  return known.map((id) => id.slice(id.indexOf('-') + 1));
}

function filterOf({ from, to, kind, text, direction }: History): HistoryFilter {
  return {
    ...(kind === undefined ? {} : { kinds: [kind] }),
    ...(from === undefined ? {} : { fromDate: from }),
    ...(to === undefined ? {} : { toDate: to }),
    ...(text === undefined ? {} : { text }),
    ...(direction === undefined ? {} : { direction }),
  };
}

/** The values of the form that filters the history. */
export function historyValues(
  { from, to, kind, text, direction }: History,
  counterparty?: string,
): RawValues {
  return {
    ...(direction === undefined ? {} : { direction }),
    ...(kind === undefined ? {} : { type: [kind] }),
    ...(from === undefined ? {} : { from_date: from }),
    ...(to === undefined ? {} : { to_date: to }),
    ...(text === undefined ? {} : { text }),
    ...(counterparty === undefined ? {} : { counterparty }),
  };
}

async function sumsFor(asking: SignedIn, filter: HistoryFilter, name: string | null) {
  const { bank, session } = asking;
  const page = await bank.statements.page(session, { filter, size: newestMax });
  const sums = await bank.statements.sums(session, filter);
  return { name, sums, newest: page } satisfies PartySums;
}

/** A list without a direction is the history itself; everything else is added up. */
export async function historyLead(
  asking: SignedIn,
  meaning: History,
  parties: readonly KnownParty[],
): Promise<Lead> {
  const numbers = numbersIn(meaning, parties);
  const only = numbers?.length === 1 ? numbers[0] : undefined;
  const typed = numbers?.length === 0 && mentionedIn(meaning.with ?? '') === null;
  const counterparty = only ?? (typed ? meaning.with : undefined);
  const values = historyValues(meaning, counterparty);
  const isPlain = meaning.asks === 'list' && meaning.direction === undefined;
  if (isPlain && (numbers === null || counterparty !== undefined)) {
    return { kind: 'command', path: 'history', values };
  }
  const filter = filterOf(meaning);
  const named = (numbers ?? []).slice(0, peopleMax).map((number) => {
    const party = parties.find(({ accountNumber }) => accountNumber === number);
    return { number, name: party === undefined ? number : labelOf(personOf(party)) };
  });
  const asked =
    named.length > 0
      ? named.map(({ number, name }) => ({ filter: { ...filter, counterparty: number }, name }))
      : [
          counterparty === undefined
            ? { filter, name: null }
            : { filter: { ...filter, counterparty }, name: counterparty },
        ];
  // A mentioned person without any payment: nothing is looked up.
  const isUnknown = numbers?.length === 0 && !typed;
  const found = isUnknown
    ? []
    : await Promise.all(asked.map(async (one) => sumsFor(asking, one.filter, one.name)));
  const { direction } = meaning;
  const view = { currency: asking.bank.currency, direction: direction ?? null, days: meaning };
  return { kind: 'reply', reply: sumsReply(found, view), path: 'history', values };
}
