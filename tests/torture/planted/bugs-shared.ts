/** Bugs in shared accounts: members, allowances, and payments that wait for managers. */
import type { PlantedBug } from './bug.ts';

const spending = 'src/bank/shared/spending.ts';
const deciding = 'src/bank/shared/deciding.ts';
const ending = 'src/bank/shared/ending.ts';
const opened = 'src/bank/shared/opened.ts';
const stages = ['concurrency'] as const;

export const sharedBugs: readonly PlantedBug[] = [
  {
    name: 'allowance not counted',
    story: 'The statement shows what each member has paid, so no sum of it is kept.',
    edits: [
      {
        file: spending,
        find: 'spent: row.spent + payment.amount }',
        replace: 'spent: row.spent }',
      },
    ],
    stages,
  },
  {
    name: 'allowance not locked',
    story: 'Members change rarely, so their rows are remembered for a moment.',
    edits: [
      {
        file: spending,
        find: '    lock: async (tx, ids) => byId(ids, await readSpending(tx, ids)),',
        replace:
          '    lock: async (tx, ids) => {\n' +
          '      const known = seen.get(ids.join());\n' +
          '      if (known !== undefined && known.at > Date.now() - 300) {\n' +
          '        return byId(ids, known.rows);\n' +
          '      }\n' +
          '      const rows = await readSpending(tx, ids);\n' +
          '      seen.set(ids.join(), { rows, at: Date.now() });\n' +
          '      return byId(ids, rows);\n' +
          '    },',
      },
      {
        file: spending,
        find: 'const rememberedMax = 50_000;',
        replace:
          'const seen = new Map<string, { rows: readonly SpendingRow[]; at: number }>();\n' +
          'const rememberedMax = 50_000;',
      },
    ],
    stages,
  },
  {
    name: 'removed member still accepted',
    story: 'The row of a member stays for the history, and only the lists leave it out.',
    edits: [
      {
        file: 'src/bank/shared/members.ts',
        find: '    await deleteMember(tx, id);\n',
        replace: '',
      },
    ],
    stages,
  },
  {
    name: 'hold of a declined payment not released',
    story: 'The hold is over by its time in any case.',
    edits: [
      {
        file: ending,
        find:
          '    const ending = await tools.ledger.holds.voidIn(tx, id as bigint as m.HoldId);\n' +
          "    assert(ending !== 'CAPTURED', 'what is paid has ended as approved');\n",
        replace: '',
      },
    ],
    stages,
  },
  {
    name: 'allowance of a declined payment lost',
    story: 'The allowance is of the month, and comes back with the next one.',
    edits: [{ file: ending, find: '    await giveAllowanceBack(tx, id);\n', replace: '' }],
    stages,
  },
  {
    name: 'one approval too few',
    story: 'Who asks has agreed by asking, and counts as one of the managers.',
    edits: [
      {
        file: deciding,
        find: "row.asked.kind === 'PAYMENT' && others + 1 >= row.needed;\n    try",
        replace: "row.asked.kind === 'PAYMENT' && others + 2 >= row.needed;\n    try",
      },
      {
        file: deciding,
        find: 'if (found.others + 1 < found.row.needed)',
        replace: 'if (found.others + 2 < found.row.needed)',
      },
    ],
    stages,
  },
  {
    name: 'asker approves',
    story: 'A manager may approve, whoever has asked.',
    edits: [
      {
        file: opened,
        find: "    if (isOwn) throw new BankError('SHARED_SELF', { tried: 'APPROVE' });\n",
        replace: '',
      },
    ],
    stages,
  },
  {
    name: 'approval booked twice',
    story: 'Each press of the last manager is a payment; what has ended has no button any more.',
    edits: [
      {
        file: deciding,
        find: '  const wanted = { requestId: id, initiator, amount };',
        replace:
          '  const wanted = { requestId: tools.nextId() as m.RequestId, initiator, amount };',
      },
      {
        file: opened,
        find: "  if (row.state !== 'WAITING') {",
        replace: "  if (row.state === 'EXPIRED') {",
      },
      {
        file: deciding,
        find: "    const waits = row.state === 'WAITING';",
        replace: "    const waits = row.state !== 'EXPIRED';",
      },
      {
        file: 'src/bank/ledger/capture.ts',
        find: "  if (hold.ending !== null) return refusedWith('HOLD_ENDED', { ending: hold.ending });\n",
        replace: '',
      },
    ],
    stages,
  },
  {
    name: 'approval without an end by its time',
    story: 'Its hold ends by its time, so that nothing can be paid.',
    edits: [
      {
        file: 'src/bank/shared/expiring.ts',
        find: '    if (isOverdue) await endApproval',
        replace: '    if (isOverdue && row.isEnded) await endApproval',
      },
      {
        file: 'src/bank/shared/expiring.ts',
        find: '      if (ids.length < pageSize) return;',
        replace: '      return;',
      },
    ],
    stages,
  },
];
