/** Bugs in holds, jobs and the limits of a customer's day. */
import type { PlantedBug } from './bug.ts';

const payable = 'src/bank/ledger/payable.ts';
const held = 'src/bank/ledger/held.ts';
const capture = 'src/bank/ledger/capture.ts';
const claims = 'src/bank/jobs/store/claims.ts';

const endingNotLookedAt = {
  file: capture,
  find: "  if (hold.ending !== null) return refusedWith('HOLD_ENDED', { ending: hold.ending });\n",
  replace: '',
};

export const holdBugs: readonly PlantedBug[] = [
  {
    name: 'held not checked',
    story: 'Decisions look at the balance, and the schema’s last line is gone too.',
    edits: [
      {
        file: payable,
        find: '  const before = principal.balance - principal.held;',
        replace: '  const before = principal.balance;',
      },
      {
        file: 'src/bank/ledger/booking.ts',
        find: '  if (source !== null && source.balance < source.held) {',
        replace: '  if (source !== null && source.balance < 0n) {',
      },
      {
        file: 'migrations/0009_create_accounts.sql',
        find: '  CONSTRAINT accounts_available CHECK (balance - held >= 0),\n',
        replace: '',
      },
    ],
    stages: ['concurrency'],
  },
  {
    name: 'hold captured twice',
    story: 'The transaction names no hold, so the ending of a capture seems to be of no use.',
    edits: [
      endingNotLookedAt,
      {
        file: held,
        find: '    transactionId: requestId,\n  }));\n  await insertEndings(tx, endings, nowText);\n',
        replace: '    transactionId: requestId,\n  }));\n',
      },
    ],
    stages: ['concurrency'],
  },
  {
    name: 'ending of a hold not looked at',
    story: 'The key of the endings refuses a second capture anyway.',
    edits: [endingNotLookedAt],
    stages: ['concurrency'],
  },
  {
    name: 'own limits not looked at',
    story:
      'The bank’s limit of the day is enough; what customers set for themselves is only shown.',
    edits: [
      {
        file: 'src/bank/ledger/limits.ts',
        find: 'account === undefined || own === undefined || paidOut <= 0n',
        replace: 'account === undefined || own === undefined || paidOut >= 0n',
      },
    ],
    stages: ['concurrency'],
  },
  {
    name: 'rest of a capture not returned',
    story: 'What was captured is no longer held; the rest of the hold was forgotten.',
    edits: [
      {
        file: payable,
        find: 'held: found.held - hold.amount };',
        replace: 'held: found.held - (postings[0].amount as { amount: bigint }).amount };',
      },
    ],
    stages: ['concurrency'],
  },
  {
    name: 'holds expire at the next payment',
    story: 'The look for holds that are over lost its comparison with the database’s time.',
    edits: [
      {
        file: 'src/bank/ledger/store/holds.ts',
        find: '  WHERE h.source_account_id IN (:list) AND h.expires_at <= ?',
        replace: '  WHERE h.source_account_id IN (:list) AND (h.expires_at <= ? OR TRUE)',
      },
    ],
    stages: ['concurrency'],
  },
  {
    name: 'expiry does not look at the time',
    story: 'The job comes when the time is over, so the time need not be compared again.',
    edits: [
      {
        file: 'src/bank/ledger/holds.ts',
        find: '  const isOver = hold.expiresAt.getTime() <= state.now.getTime();',
        replace: "  const isOver = wanted === 'EXPIRED';",
      },
    ],
    stages: ['concurrency'],
  },
  {
    name: 'expiry never enqueued',
    story: 'The next payment of the account ends what is over.',
    edits: [
      {
        file: 'src/bank/ledger/holds.ts',
        find: '  await tools.jobs.enqueue(tx, {',
        replace: '  if (expiresInMs < 0) await tools.jobs.enqueue(tx, {',
      },
    ],
    stages: ['bank kills', 'database kills'],
  },
  {
    name: 'ended hold stays counted',
    story: 'What was held once has used up the limit of the day.',
    edits: [
      {
        file: 'src/bank/ledger/released.ts',
        find: '    const returned = returnedBy(hold, countedFor(hold), today);',
        replace: '    const returned = returnedBy(hold, 0n, today);',
      },
    ],
    stages: ['concurrency'],
  },
  {
    name: 'job run twice',
    story: 'A claim needs no lease as long as one process takes the oldest rows.',
    edits: [
      {
        file: claims,
        find: '    AND (claimed_until IS NULL OR claimed_until <= ${nowClause})`;',
        replace: '    AND (TRUE OR claimed_until <= ${nowClause})`;',
      },
      { file: claims, find: '  FOR UPDATE SKIP LOCKED`;', replace: '`;' },
      {
        file: claims,
        find: 'const ownClause = `id = ? AND claimed_by = ?`;',
        replace: 'const ownClause = `id = ? AND (claimed_by = ? OR TRUE)`;',
      },
    ],
    stages: ['concurrency'],
  },
  {
    name: 'day counted per account',
    story: 'The account that pays keeps its own sums, as it did before.',
    edits: [
      {
        file: 'src/bank/ledger/limits.ts',
        find: '  const at = request.countedAt ?? principal;',
        replace: '  const at = principal;',
      },
    ],
    stages: ['concurrency'],
  },
  {
    name: 'counting account not locked',
    story: 'The first account only lends its counters; locking it as well seems too much.',
    edits: [
      {
        file: 'src/bank/ledger/state.ts',
        find: '  if (countedAt !== undefined && !isOwnAccount(countedAt)) ids.push(countedAt);\n',
        replace: '',
      },
      {
        file: 'src/bank/ledger/state.ts',
        find: '  lockParties,\n',
        replace: '  lockParties,\n  readParties,\n',
      },
      {
        file: 'src/bank/ledger/state.ts',
        find: '  withDetails(tx, stateOf(await lockParties(tx, partiesAsked(requests))), requests);',
        replace:
          '{\n' +
          '  const locked = stateOf(await lockParties(tx, partiesAsked(requests)));\n' +
          '  const counters = requests.map(({ countedAt }) => countedAt).filter(present);\n' +
          '  const accountIds = distinctIds(counters).filter((id) => !locked.accounts.get(id));\n' +
          '  if (accountIds.length === 0) return withDetails(tx, locked, requests);\n' +
          '  const read = await readParties(tx, { sessionIds: [], accountIds });\n' +
          '  const known = withAccounts(locked, byId(read.accounts));\n' +
          '  return withDetails(tx, known, requests);\n' +
          '};',
      },
    ],
    stages: ['concurrency'],
  },
];
