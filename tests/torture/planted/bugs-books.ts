/** Bugs in locks, transactions and written rows. */
import type { PlantedBug } from './bug.ts';

const state = 'src/bank/ledger/store/state.ts';
const transaction = 'src/db/transaction.ts';
const decide = 'src/bank/ledger/decide.ts';
const rows = 'src/bank/ledger/store/rows.ts';

const noLocks = {
  file: state,
  find: '${accountsClause}\n  FOR UPDATE`;',
  replace: '${accountsClause}`;',
};

export const bookBugs: readonly PlantedBug[] = [
  {
    name: 'read, compute, write without the lock',
    story: 'FOR UPDATE is slow, and entries have their number to catch accidents.',
    edits: [noLocks],
    stages: ['concurrency'],
  },
  {
    name: 'seq not checked',
    story: 'No lock, and the number of an entry is no key any more.',
    edits: [
      noLocks,
      {
        file: 'migrations/0011_create_entries.sql',
        find: 'PRIMARY KEY (account_id, seq),',
        replace: 'KEY (account_id, seq),',
      },
    ],
    stages: ['concurrency'],
  },
  {
    name: 'lock wait timeout ignored',
    story: 'Errno 1205 is no conflict: the statement failed, nothing else did.',
    edits: [
      {
        file: 'src/db/errors.ts',
        find: 'const conflicts = new Set([1213, 1205, 1020,',
        replace: 'const conflicts = new Set([1213, 1020,',
      },
    ],
    stages: ['locks'],
  },
  {
    name: 'deadlock retried inside the transaction',
    story:
      'After errno 1213 only the statement is sent again; the server has ended the transaction.',
    edits: [
      {
        file: transaction,
        find: '          return await session.together(message, ms);\n',
        replace:
          '          return await session.together(message, ms).catch(async (error: unknown) => {\n' +
          '            if (!(error instanceof DatabaseError) || error.errno !== 1213) throw error;\n' +
          '            return session.together(messageOf([...first, ...statements]), ms);\n' +
          '          });\n',
      },
    ],
    stages: ['locks'],
  },
  {
    name: 'released without rollback',
    story: 'The failed transaction goes back into the pool as it is.',
    edits: [
      {
        file: transaction,
        find: '  } catch (error) {\n    await rollBack(session, limits.statementMs);\n    throw error;',
        replace:
          '  } catch (error) {\n    if (session.discarded) await rollBack(session, 0);\n    throw error;',
      },
    ],
    stages: ['locks'],
  },
  {
    name: 'no transaction',
    story: 'START TRANSACTION is lost; each statement commits by itself.',
    edits: [
      {
        file: transaction,
        find: "const start = { sql: 'START TRANSACTION'",
        replace: "const start = { sql: 'DO 0'",
      },
    ],
    stages: ['concurrency', 'database kills'],
  },
  {
    name: 'funds not checked',
    story: 'The check is made when the card is shown, and the schema’s last line is gone too.',
    edits: [
      {
        file: decide,
        find: '  if (wanted < 1n || needed > available) {',
        replace: '  if (wanted < 1n) {',
      },
      {
        file: 'src/bank/ledger/booking.ts',
        find: '  if (source !== null && source.balance < source.held) {',
        replace: '  if (source !== null && source.balance < -moneyMax) {',
      },
      {
        file: 'migrations/0009_create_accounts.sql',
        find: '  CONSTRAINT accounts_balance_range CHECK (balance BETWEEN 0 AND 9007199254740991),\n',
        replace: '',
      },
      {
        file: 'migrations/0009_create_accounts.sql',
        find: '  CONSTRAINT accounts_available CHECK (balance - held >= 0),\n',
        replace: '',
      },
      {
        file: 'migrations/0011_create_entries.sql',
        find: '  CONSTRAINT entries_balance CHECK (balance_after BETWEEN 0 AND 9007199254740991),\n',
        replace: '',
      },
    ],
    stages: ['concurrency'],
  },
  {
    name: 'receiver credited from an old balance',
    story: 'Within a batch the payee is read from the state before the batch.',
    edits: [
      {
        file: 'src/bank/ledger/decided.ts',
        find: 'of booking.changed) accounts.set(account);',
        replace: 'of booking.changed.slice(0, 1)) accounts.set(account);',
      },
    ],
    stages: ['concurrency'],
  },
  {
    name: 'one leg lost in large batches',
    story: 'The multi-row statement is cut at a round number.',
    edits: [
      {
        file: rows,
        find: 'rowsAsText(insertEntryRows, rows, (',
        replace: 'rowsAsText(insertEntryRows, rows.slice(0, 8), (',
      },
    ],
    stages: ['concurrency'],
  },
  {
    name: 'flush = 2',
    story: 'The private server writes its log at each commit and flushes it once a second.',
    edits: [
      {
        file: 'src/db/local/process.ts',
        find: '--innodb-flush-log-at-trx-commit=${strict ? 1 : 0}',
        replace: '--innodb-flush-log-at-trx-commit=${strict ? 2 : 0}',
      },
    ],
    stages: ['engine contract'],
  },
  {
    name: 'NaN accepted',
    story: 'Numbers are bound as they come.',
    edits: [
      {
        file: 'src/db/text/scalars.ts',
        find: '    if (!Number.isSafeInteger(value)) throw new TypeError(`${place} is not a safe integer`);\n    return BigInt(value);',
        replace: '    return `${value}`;',
      },
    ],
    stages: ['engine contract'],
  },
];
