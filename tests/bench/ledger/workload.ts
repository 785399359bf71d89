import { randomInt } from 'node:crypto';
import type { Customer } from '../support/population.ts';
import type { Transfer } from './contender.ts';

export type Pattern = 'uniform' | 'hot payee';

const memo = 'Pizza night';
const amount = 100n;

/** Payers and payees: random pairs, or everybody pays the first. */
export function transferMaker(customers: readonly Customer[], pattern: Pattern): () => Transfer {
  const last = customers.length;
  return () => {
    const to = pattern === 'hot payee' ? 0 : randomInt(last);
    let from = randomInt(last);
    while (from === to) from = randomInt(last);
    return { from: customers[from]!, to: customers[to]!, amount, memo };
  };
}
