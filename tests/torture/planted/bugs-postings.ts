/** Bugs in transactions of several postings, in shares, and in who asks. */
import type { PlantedBug } from './bug.ts';

const writing = 'src/bank/ledger/writing.ts';
const decided = 'src/bank/ledger/decided.ts';
const entries = 'src/bank/ledger/entries.ts';

export const postingBugs: readonly PlantedBug[] = [
  {
    name: 'second posting not written',
    story: 'The entries say all that is needed.',
    edits: [
      {
        file: writing,
        find: '    ...(further.length === 0 ? [] : [postingsStatement(further)]),\n',
        replace: '',
      },
    ],
    stages: ['concurrency'],
  },
  {
    name: 'entries of the second posting missing',
    story: 'A transaction has two entries, as it always had.',
    edits: [
      {
        file: entries,
        find: '  booking.postings.forEach((posting, index) => {',
        replace: '  booking.postings.slice(0, 1).forEach((posting, index) => {',
      },
    ],
    stages: ['concurrency'],
  },
  {
    name: 'fee taken from the balance before the payment',
    story: 'Each posting starts from the locked account; only the numbers go on.',
    edits: [
      {
        file: 'src/bank/ledger/booking.ts',
        find: '  const former = current(state, changed, id);',
        replace:
          '  const known = changed.find((one) => one.id === id);\n' +
          '  const locked = state.accounts.get(id);\n' +
          '  const former = known && locked ? { ...locked, lastSeq: known.lastSeq } : locked;',
      },
    ],
    stages: ['concurrency'],
  },
  {
    name: 'second posting with a number used before',
    story: 'Each posting starts from the locked account.',
    edits: [
      {
        file: 'src/bank/ledger/booking.ts',
        find: '  const former = current(state, changed, id);',
        replace: '  const former = state.accounts.get(id);',
      },
    ],
    stages: ['concurrency'],
  },
  {
    name: 'replay books the fee again',
    story: 'The fee is due for each request, whether or not its payment is new.',
    edits: [
      {
        file: decided,
        find: "    if (verdict.kind === 'replayed') {\n",
        replace:
          "    if (verdict.kind === 'replayed') {\n" +
          "      const fee = verdict.earlier.postings.find(({ kind }) => kind === 'FEE');\n" +
          '      const again = fee && {\n' +
          '        requestId: (request.requestId + 1n) as never,\n' +
          "        initiator: { kind: 'BANK', id: 0n } as const,\n" +
          '        memo: null,\n' +
          '        fingerprint: request.fingerprint,\n' +
          '        postings: [{\n' +
          '          kind: fee.kind, source: fee.sourceId, target: fee.targetId,\n' +
          "          amount: { kind: 'exact', amount: fee.amount },\n" +
          '        }] as never,\n' +
          '      };\n' +
          '      const second = again && decide(state, again, rules);\n' +
          "      if (second?.kind === 'booked') {\n" +
          '        for (const one of second.booking.changed) accounts.set(one);\n' +
          '        bookings.push(second.booking);\n' +
          '      }\n',
      },
    ],
    stages: ['concurrency', 'lost answers'],
  },
  {
    name: 'share settled again at booking',
    story: 'Half of the balance is half of it when it is booked, whatever the card showed.',
    edits: [
      {
        file: 'src/bank/ledger/decide.ts',
        find: "wish.kind !== 'exact' && wish.shown !== wanted) {",
        replace: "wish.kind !== 'exact' && wish.shown === undefined) {",
      },
    ],
    stages: ['concurrency'],
  },
  {
    name: 'order books as the bank',
    story: 'No session asks, so it must be the bank itself.',
    edits: [
      {
        file: entries,
        find: '    initiatorKind: initiator.kind,',
        replace: "    initiatorKind: 'session' in initiator ? initiator.kind : 'BANK',",
      },
    ],
    stages: ['concurrency'],
  },
];
