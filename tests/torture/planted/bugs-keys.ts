/** Bugs in keys and unknown outcomes, which keep every total right. */
import type { PlantedBug } from './bug.ts';

const entries = 'src/bank/ledger/entries.ts';
const ledger = 'src/bank/ledger/ledger.ts';
const batch = 'src/bank/ledger/batch.ts';
const decide = 'src/bank/ledger/decide.ts';

export const keyBugs: readonly PlantedBug[] = [
  {
    name: 'no key row',
    story: 'The transaction takes a fresh id, so nothing remembers the request.',
    edits: [
      {
        file: entries,
        find: 'nextId: IdSource): PlacedBooking => ({\n  booking,\n',
        replace:
          'nextId: IdSource): PlacedBooking => ({\n' +
          '  booking: { ...booking, request: { ...booking.request, requestId: nextId() as never } },\n',
      },
    ],
    stages: ['concurrency'],
  },
  {
    name: 'refused without a look',
    story: 'What is refused now cannot have been booked before.',
    edits: [
      {
        file: batch,
        find: '  if (refused.length === 0) return first;',
        replace: '  if (refused.length >= 0) return first;',
      },
    ],
    stages: ['concurrency', 'lost answers'],
  },
  {
    name: 'fingerprint not compared',
    story: 'A known key is answered with its receipt, whatever is asked now.',
    edits: [
      {
        file: decide,
        find: '      earlier.fingerprint === request.fingerprint;',
        replace: '      earlier.fingerprint.length === request.fingerprint.length;',
      },
    ],
    stages: ['concurrency'],
  },
  {
    name: 'key not bound to its customer',
    story: 'The fingerprint seems enough, and it does not hold the customer.',
    edits: [
      {
        file: decide,
        find: '      earlier.customerId === customerOf(request.initiator) &&\n      earlier.fingerprint === request.fingerprint;',
        replace: '      earlier.postings.length > 0;',
      },
    ],
    stages: ['concurrency'],
  },
  {
    name: 'unknown resolved by a plain SELECT',
    story: 'After a lost COMMIT one look into the table seems to tell whether it happened.',
    edits: [
      {
        file: ledger,
        find: 'import { accountsTouched, withFreeUses }',
        replace: 'import { accountsTouched, withBookings, withFreeUses }',
      },
      {
        file: ledger,
        find: '      return await untilKnown(async () => executeBatch(tools, requests, onLocked), {\n        withinMs: knownWithinMs,\n      });\n    } catch (error) {\n',
        replace:
          '      return await executeBatch(tools, requests, onLocked);\n    } catch (error) {\n' +
          '      if (error instanceof OutcomeUnknown) {\n' +
          '        const seen = await withBookings(tools.pool, await readState(tools.pool, requests), requests).catch(() => null);\n' +
          '        const all = seen !== null && requests.every((one) => seen.booked.get(one.requestId) !== undefined);\n' +
          '        if (all) return await executeBatch(tools, requests, onLocked);\n' +
          "        return requests.map(() => ({ ok: false, error: new BankError('BANK_BUSY') }));\n" +
          '      }\n',
      },
    ],
    stages: ['lost answers'],
  },
  {
    name: 'lost COMMIT taken for a failed one',
    story: 'An error at COMMIT is an error: nothing can have been booked.',
    edits: [
      {
        file: ledger,
        find: '      if (error instanceof OutcomeUnknown) return requests.map(unknown);\n      if (isUnavailable(error)) {',
        replace: '      if (error instanceof OutcomeUnknown || isUnavailable(error)) {',
      },
      {
        file: ledger,
        find: '      return await untilKnown(async () => executeBatch(tools, requests, onLocked), {\n        withinMs: knownWithinMs,\n      });',
        replace: '      return await executeBatch(tools, requests, onLocked);',
      },
    ],
    stages: ['lost answers', 'database kills'],
  },
  {
    name: 'answers before the commit',
    story: 'The receipts are known as soon as they are decided, so why wait.',
    edits: [
      {
        file: batch,
        find: '    return await withTransaction(pool, newly, limits);\n',
        replace:
          '    return await new Promise((resolve, reject) => {\n' +
          '      const early = async (tx: Tx) => {\n' +
          '        const outcomes = await newly(tx);\n' +
          '        resolve(outcomes);\n' +
          '        return outcomes;\n' +
          '      };\n' +
          '      withTransaction(pool, early, limits).catch(reject);\n' +
          '    });\n',
      },
    ],
    stages: ['lost answers', 'database kills'],
  },
  {
    name: 'keys compare loosely',
    story: 'Keys take the collation of the texts around them.',
    edits: [
      {
        file: 'migrations/0009_create_accounts.sql',
        find: 'account_number CHAR(10) CHARACTER SET ascii COLLATE ascii_bin NULL',
        replace: 'account_number CHAR(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci NULL',
      },
    ],
    stages: ['engine contract'],
  },
  {
    name: 'two processes make the same ids',
    story: 'One process number for all looks simpler.',
    edits: [
      {
        file: 'src/bank/create.ts',
        find: '  const processNumber = (await insertProcess(pool)) % processNumbers;',
        replace: '  const processNumber = (await insertProcess(pool)) > 0n ? 7n : processNumbers;',
      },
    ],
    stages: ['concurrency'],
  },
  {
    name: 'bookings looked up nowhere',
    story: 'The primary key refuses doubles anyway.',
    edits: [
      {
        file: 'src/bank/ledger/store/bookings.ts',
        find: '  if (rows.length === 0) return [];\n  const others',
        replace: '  if (rows.length >= 0) return [];\n  const others',
      },
    ],
    stages: ['concurrency'],
  },
];
