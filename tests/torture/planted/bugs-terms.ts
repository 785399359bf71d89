/** Bugs in the bank's terms: fees, round-ups, own limits and interest. */
import type { PlantedBug } from './bug.ts';

const fees = 'src/bank/model/base/fees.ts';
const ownLimits = 'src/bank/ledger/store/own-limits.ts';
const crediting = 'src/bank/payments/interest/crediting.ts';

export const termBugs: readonly PlantedBug[] = [
  {
    name: 'fee rounded up',
    story: 'A part of a minor unit cannot be charged, so it becomes a whole one.',
    edits: [
      {
        file: fees,
        find: '(amount * perMille) / 1000n',
        replace: '(amount * perMille + 999n) / 1000n',
      },
    ],
    stages: ['concurrency'],
  },
  {
    name: 'announced fee charged at once',
    story: 'Two managers have decided it, so it is the fee.',
    edits: [
      {
        file: fees,
        find: 'if (fee.kind !== kind || fee.from > at) continue;',
        replace: 'if (fee.kind !== kind) continue;',
      },
    ],
    stages: ['concurrency'],
  },
  {
    name: 'free movements not counted',
    story: 'What costs nothing needs no row.',
    edits: [
      {
        file: 'src/bank/ledger/writing.ts',
        find: '    ...(freeUses.length === 0 ? [] : [freeUsesStatement(freeUses)]),\n',
        replace: '',
      },
    ],
    stages: ['concurrency'],
  },
  {
    name: 'fee not reversed',
    story: 'The bank has done its work, and keeps the fee.',
    edits: [
      {
        file: 'src/bank/staff/correction.ts',
        find: 'const [first, ...others] = postings.map(',
        replace: 'const [first, ...others] = postings.slice(0, 1).map(',
      },
    ],
    stages: ['concurrency'],
  },
  {
    name: 'round-up outside the transaction',
    story: 'A payment should not fail because of what is put aside, so that follows by itself.',
    edits: [
      {
        file: 'src/bank/payments/rounded.ts',
        find: '  const receipt = await ledger.book(request).catch(',
        replace:
          '  const [first, ...others] = request.postings;\n' +
          '  const alone = { ...request, postings: [first] as const };\n' +
          '  const aside = others.map(({ amount, ...one }) => ({\n' +
          '    ...request,\n' +
          '    requestId: (request.requestId + 1n) as m.RequestId,\n' +
          "    postings: [{ ...one, amount: { kind: 'exact', amount } as const }] as const,\n" +
          '  }));\n' +
          '  setTimeout(() => void Promise.all(aside.map(ledger.book)).catch(() => {}), 5);\n' +
          '  const receipt = await ledger.book(alone).catch(',
      },
    ],
    stages: ['concurrency'],
  },
  {
    name: 'own limits remembered',
    story: 'They are read for each payment and change rarely.',
    edits: [
      {
        file: ownLimits,
        find: '  const { sql, values } = withList(selectOfAccounts, ids);',
        replace:
          '  const known = remembered.get(ids.join());\n' +
          '  if (known !== undefined && known.at > Date.now() - 5_000) return known.found;\n' +
          '  const { sql, values } = withList(selectOfAccounts, ids);',
      },
      {
        file: ownLimits,
        find: '  return found;\n}\n\n/** All periods,',
        replace:
          '  remembered.set(ids.join(), { found, at: Date.now() });\n' +
          '  return found;\n}\n\n/** All periods,',
      },
      {
        file: ownLimits,
        find: 'const limitOf = (row: Row)',
        replace:
          'const remembered = new Map<\n' +
          '  string,\n' +
          '  { found: ReadonlyMap<m.AccountId, readonly m.OwnLimit[]>; at: number }\n' +
          '>();\n' +
          'const limitOf = (row: Row)',
      },
    ],
    stages: ['concurrency'],
  },
  {
    name: 'interest credited twice after a kill',
    story: 'One statement notes the months of many accounts, which saves as many commits.',
    edits: [
      {
        file: 'src/bank/payments/interest/request.ts',
        find: '    requestId: interestRequestId(id, month),',
        replace:
          '    requestId: (interestRequestId(id, month) ^\n' +
          '      BigInt(Math.floor(Math.random() * 2 ** 40))) as m.RequestId,',
      },
      {
        file: crediting,
        find:
          '      await ledger.bookWith(request, {\n' +
          '        before: async () => {},\n' +
          '        after: async (tx) => insertCredit(tx, row),\n' +
          '      });\n',
        replace: '      await ledger.book(request);\n      unnoted.push(row);\n',
      },
      {
        file: crediting,
        find: '    const last = due.at(-1);\n',
        replace:
          '    for (const row of unnoted.splice(0)) await note(tools, row);\n' +
          '    const last = due.at(-1);\n',
      },
      {
        file: crediting,
        find: 'const pageSize = 200;',
        replace: 'const pageSize = 8;\nconst unnoted: Credit[] = [];',
      },
    ],
    stages: ['interest'],
  },
  {
    name: 'carry of interest lost',
    story: 'Less than a minor unit is nobody’s money.',
    edits: [
      {
        file: crediting,
        find: '    const carried = due - amount * fractionsPerUnit;',
        replace: '    const carried = 0n;',
      },
    ],
    stages: ['interest'],
  },
  {
    name: 'rate of the last day paid for all days',
    story: 'The interest of a month is that of its rate.',
    edits: [
      {
        file: 'src/bank/model/base/interest.ts',
        find: 'rateAt(rates.all, rates.type, instant(at))',
        replace: 'rateAt(rates.all, rates.type, instant(Date.parse(period.until) - 1))',
      },
    ],
    stages: ['interest'],
  },
];
