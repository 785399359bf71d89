/** A request to move money, and its clear parts where one part is unclear. */
import type { Meaning, Person } from '../text/types.ts';
import { actsOf } from './acts.ts';
import type { Item } from './items.ts';
import { type Kind, payeesOf } from './payees.ts';

export interface PaymentTools {
  readonly today: number;
  readonly candidates: (name: string) => readonly Person[];
}

export interface Request {
  readonly kind: Kind | null;
  readonly items: readonly Item[];
  readonly memo: string | null;
  readonly rest: number;
  readonly hasWho: boolean;
  readonly amounts: readonly (string | null)[];
}

/** Adds the clear parts to an unclear request. */
export const knownIn =
  ({ kind, items, amounts, memo }: Request, tools: PaymentTools) =>
  (meaning: Meaning): Meaning => {
    if (meaning.intent !== 'unclear') return meaning;
    const { about } = meaning;
    const { names } = payeesOf(items, kind, actsOf(items));
    const to = about === 'payee' || names.length !== 1 ? undefined : names[0]!.name;
    const amount = about === 'amount' || amounts.length !== 1 ? null : amounts[0];
    const isPlanned = items.some((item) => item.kind === 'repeat');
    const known = {
      intent: kind === null || kind === 'send' ? (isPlanned ? 'schedule' : 'send') : kind,
      ...(typeof amount === 'string' ? { amount } : {}),
      ...(memo === null ? {} : { memo }),
      ...(to === undefined ? {} : { to }),
      candidates: to === undefined ? [] : tools.candidates(to),
    } as const;
    return { ...meaning, known };
  };
