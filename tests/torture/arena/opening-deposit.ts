/** The deposit of a new customer, without which some acts can never succeed. */
import { setTimeout as sleep } from 'node:timers/promises';
import { pay, type ActTools } from '../crowd/acts.ts';
import { isOpen } from '../crowd/crowd.ts';
import type { AskedPayment, Customer } from '../crowd/customer.ts';

/** How long it may be refused because the bank is busy, or be unknown. */
const openingMs = 30_000;

export async function bookOpening(
  tools: ActTools,
  customer: Customer,
  asked: AskedPayment,
): Promise<void> {
  const begun = performance.now();
  let answer = await pay(tools, customer, asked);
  while (isOpen(answer) && performance.now() - begun < openingMs) {
    await sleep(100);
    answer = await pay(tools, customer, asked);
  }
  if (answer.outcome !== 'ok') throw new Error(`An opening deposit was ${answer.outcome}.`);
}
