/** Bugs in standing orders. */
import type { PlantedBug } from './bug.ts';

const paying = 'src/bank/payments/orders/paying.ts';

export const orderBugs: readonly PlantedBug[] = [
  {
    name: 'occurrence booked twice',
    story: 'The order moves on after its payment, and a job that failed in between pays anew.',
    edits: [
      {
        file: paying,
        find: '    requestId: occurrenceRequestId(id, occurrence),',
        replace: '    requestId: (occurrenceRequestId(id, occurrence) ^ nextId()) as m.RequestId,',
      },
      {
        file: paying,
        find: '  { directory, memberLink, currency }: OrderTools,',
        replace: '  { directory, memberLink, currency, nextId }: OrderTools,',
      },
      {
        file: paying,
        find: '  const { order, occurrence, missedBefore } = due;\n  if (left',
        replace:
          '  if (job.attempts === 1) return;\n' +
          '  const { order, occurrence, missedBefore } = due;\n  if (left',
      },
      {
        file: paying,
        find: '      return;\n    } catch (error) {',
        replace:
          "      if (job.attempts === 1) throw new BankError('BANK_BUSY');\n" +
          '      return;\n    } catch (error) {',
      },
    ],
    stages: ['concurrency'],
  },
  {
    name: 'cancelled order pays',
    story: 'There is a job only while the order is active.',
    edits: [
      {
        file: 'src/bank/payments/orders/due.ts',
        find: "  if (order?.state !== 'ACTIVE' || BigInt(order.revision) !== named.revision) return null;",
        replace: '  if (order === null) return null;',
      },
      {
        file: paying,
        find: "  if (now?.state !== 'ACTIVE' || now.revision !== revision) throw new OrderChanged();",
        replace: '  if (now?.revision !== revision) throw new OrderChanged();',
      },
    ],
    stages: ['concurrency'],
  },
];
