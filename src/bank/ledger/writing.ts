/** What a batch writes under its locks: its books, and beside them what some bookings need. */
import type { MessagePart } from '../../db/text/statement.ts';
import type { Tx } from '../../db/transaction.ts';
import { assert } from '../../lib/assert.ts';
import type { IdSource } from '../../lib/ids.ts';
import { insertAudit } from '../audit/index.ts';
import { deskMessagesStatement, messagesStatement, noCustomer } from '../messages/index.ts';
import type * as m from '../model/index.ts';
import { initiatorOf, referenceOf } from '../model/index.ts';
import type { Booking } from './booking.ts';
import type { Decided } from './decided.ts';
import { entriesOf, furtherOf, placed, transactionOf } from './entries.ts';
import { keepHeld } from './held.ts';
import type { LinkedKinds } from './linked.ts';
import { noticesOf } from './notices.ts';
import { customerOf, initiatorId, kindOf, principalOf } from './request.ts';
import type { LedgerState } from './state.ts';
import { freeUsesStatement } from './store/fees.ts';
import { countReplay } from './store/replays.ts';
import {
  accountsStatement,
  entriesStatements,
  postingsStatement,
  transactionsStatement,
} from './store/rows.ts';

/** Of what no Discord user has done. */
const noActor = '' as m.DiscordUserId;

/** Whether no session asked for it. */
const isNoted = ({ request }: Booking): boolean =>
  initiatorOf(request.initiator.kind).audits !== null;

/** The audit row of what no session asked for; nothing where one did. */
async function noteBooking(tx: Tx, booking: Booking, nextId: IdSource): Promise<void> {
  const { request, postings, changed } = booking;
  const action = initiatorOf(request.initiator.kind).audits;
  if (action === null) return;
  const principal = changed.find(({ id }) => id === principalOf(request));
  await insertAudit(tx, {
    id: nextId(),
    action,
    actor: noActor,
    target: principal?.customerId ?? null,
    sessionId: null,
    details: {
      movement: kindOf(request),
      amount: `${postings[0].amount}`,
      reference: referenceOf(request.requestId),
      initiator: `${initiatorId(request.initiator)}`,
      ...(principal === undefined ? {} : { account: principal.accountNumber }),
    },
  });
}

const lineOf = ({ request }: Booking, id: bigint) => ({
  id,
  customerId: customerOf(request.initiator) ?? noCustomer,
  subject: { kind: 'MOVEMENT', transactionId: request.requestId } as const,
});

export interface WritingTools {
  readonly nextId: IdSource;
  /** Whether each movement is also a line for the staff's log. */
  readonly isLogged?: () => boolean;
  /** Rows of other rooms that transactions pay, by kind. */
  readonly linked?: LinkedKinds;
}

/** What every booking writes. */
function booksOf(tools: WritingTools, state: LedgerState, decided: Decided): MessagePart[] {
  const { bookings, changed, freeUses } = decided;
  const at = state.nowText;
  const rows = bookings.map((booking) => placed(booking, tools.nextId));
  const further = rows.flatMap(furtherOf);
  const notices = noticesOf(bookings, tools.nextId);
  const isLogged = tools.isLogged?.() === true;
  const lines = isLogged ? bookings.map((one) => lineOf(one, tools.nextId())) : [];
  return [
    transactionsStatement(rows.map(transactionOf), at),
    ...(further.length === 0 ? [] : [postingsStatement(further)]),
    ...entriesStatements(entriesOf(rows), at),
    ...(notices.length === 0 ? [] : [messagesStatement(notices, at)]),
    ...(lines.length === 0 ? [] : [deskMessagesStatement('LOG', lines, at)]),
    ...(freeUses.length === 0 ? [] : [freeUsesStatement(freeUses)]),
    accountsStatement(changed),
  ];
}

/** What is written after the books for some of them. */
async function writeRest(
  tx: Tx,
  tools: WritingTools,
  rest: Pick<Decided, 'paid'> & { readonly noted: readonly Booking[]; readonly at: string },
): Promise<void> {
  for (const [kind, rows] of rest.paid) await tools.linked?.[kind]?.write(tx, rows, rest.at);
  for (const booking of rest.noted) await noteBooking(tx, booking, tools.nextId);
}

/**
 * Neither this nor its callers are `async` functions, which would keep all of a batch until the
 * server has answered.
 */
function writeBooks(
  tx: Tx,
  tools: WritingTools,
  { state, decided }: { readonly state: LedgerState; readonly decided: Decided },
): Promise<void> {
  const { paid, bookings, changed } = decided;
  const accounts = changed.length;
  const rest = { paid, noted: bookings.filter(isNoted), at: state.nowText };
  return tx.writeTogether(booksOf(tools, state, decided)).then((written) => {
    const found = written.at(-1)?.affectedRows;
    assert(found === accounts, 'every locked account takes its new balance');
    return writeRest(tx, tools, rest);
  });
}

export const write = (
  tx: Tx,
  tools: WritingTools,
  state: LedgerState,
  decided: Decided,
): Promise<void> =>
  keepHeld(tx, state, decided.bookings).then(() => writeBooks(tx, tools, { state, decided }));

/** Writes what was decided, or counts that it was booked before. */
export function carryOut(
  tx: Tx,
  tools: WritingTools,
  state: LedgerState,
  decided: Decided,
): Promise<void> {
  if (decided.bookings.length > 0) return write(tx, tools, state, decided);
  return decided.outcomes.some(({ ok }) => ok) ? countReplay(tx) : Promise.resolve();
}
