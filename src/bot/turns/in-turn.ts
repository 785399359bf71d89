/** The exchange of an interaction whose work waits for its turn after the acknowledgement. */
import type { Exchange } from '../cards/exchange.ts';
import { answerLate } from '../next/late.ts';
import type { Turn } from './turns.ts';

/** The place is free again as soon as an answer is sent: Discord's time is not the bank's. */
export const inTurn = (exchange: Exchange, turn: Turn): Exchange => ({
  ...exchange,
  get undone() {
    return exchange.undone;
  },
  acknowledge: async (where) => {
    if (!(await exchange.acknowledge(where))) return false;
    if (await turn.begin()) return true;
    await answerLate(exchange, 'crowded');
    return false;
  },
  answer: (rendered, expiring) => {
    const sent = exchange.answer(rendered, expiring);
    turn.leave();
    return sent;
  },
  aside: (rendered, expiring) => {
    const sent = exchange.aside(rendered, expiring);
    turn.leave();
    return sent;
  },
});
