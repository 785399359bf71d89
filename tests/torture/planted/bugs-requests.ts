/** Bugs in requests for money. */
import type { PlantedBug } from './bug.ts';

const payable = 'src/bank/payments/requests/payable.ts';
const dues = 'src/bank/payments/requests/store/dues.ts';
const open = "    if (state !== 'OPEN' && state !== 'PART_PAID') {";

export const requestBugs: readonly PlantedBug[] = [
  {
    name: 'request paid twice',
    story: 'The card showed that it was open, and each payment is at most what was asked for.',
    edits: [
      { file: payable, find: open, replace: "    if (state !== 'PAID' && !this.#isOpen()) {" },
      {
        file: payable,
        find: '    if (amount > left) {',
        replace: '    if (amount > row.amount) {',
      },
      {
        file: payable,
        find: '    const paid = row.paid + amount;',
        replace: '    const paid = left > amount ? row.paid + amount : row.amount;',
      },
      {
        file: payable,
        find: '  paid({ kind,',
        replace:
          "  #isOpen() {\n    return this.row.state === 'OPEN' || this.row.state === 'PART_PAID';\n  }\n\n" +
          '  paid({ kind,',
      },
    ],
    stages: ['concurrency'],
  },
  {
    name: 'declined request paid',
    story: 'The payer has thought better of it, and the asker still wants the money.',
    edits: [
      {
        file: payable,
        find: open,
        replace: "    if (state === 'PAID' || state === 'CANCELLED' || state === 'EXPIRED') {",
      },
    ],
    stages: ['concurrency'],
  },
  {
    name: 'request expires by its job',
    story: 'A job marks what is over, so that nobody else must compare the time.',
    edits: [
      {
        file: dues,
        find: '  const isUnmarked = isOver && isPayable(stored);',
        replace: '  const isUnmarked = false;',
      },
    ],
    stages: ['concurrency'],
  },
];
