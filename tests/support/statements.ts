/** Random statements in memory, with names and memos that try to break each format. */
import {
  type AccountNumber,
  balanceOf,
  readClock,
  referenceOf,
  type RequestId,
  type Statement,
  type StatementLine,
  type TimeZone,
  transactionKinds,
} from '../../src/bank/index.ts';
import { type Random, randomOf } from '../torture/support/random.ts';

const currencies = ['GEM', 'A1', 'COIN99', 'EUR'];
const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Tokyo', 'Australia/Lord_Howe'];

export const hostileTexts = [
  "=cmd|'/c calc'!A1",
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\tx',
  'two\nlines',
  'carriage\r\nreturn',
  '"quoted" \'twice\'',
  'semi;colon, comma|pipe',
  'a  b    c',
  '; comment: tag, other:tag',
  '2026-01-01 * "x"',
  '    assets:cash  1000 GEM',
  '<OFX>&amp;<![CDATA[x]]>',
  ']]>',
  'back\\slash \\" end\\',
  '{curly} [square] (round) #tag ^link',
  '!not * cleared',
  'مرحبا بك',
  'שלום עולם',
  '日本語のメモ',
  '한국어 메모',
  '👩‍👩‍👧 pizza 🍕',
  '\u202eright to left',
  'null\u0000byte and \u0007 bell',
  'e\u0301 combining',
  '$& ${x} %s %n',
  '= 12.00 GEM',
  '@ 3 EUR',
  'x'.repeat(140),
];

const dayStart = Date.parse('2026-01-01T12:00:00Z');
const secondsOfYear = 360 * 24 * 3600;

function linesOf(chance: Random, zone: TimeZone, opening: bigint): StatementLine[] {
  const count = chance.between(0, 39);
  const moments = Array.from({ length: count }, () => chance.between(0, secondsOfYear)).sort(
    (a, b) => a - b,
  );
  let balance = opening;
  return moments.map((second, index) => {
    const isIn = balance === 0n || chance.chance(0.5);
    const most = isIn ? 1_000_000 : Number(balance < 1_000_000n ? balance : 1_000_000n);
    const sum = BigInt(chance.between(1, most));
    const amount = isIn ? sum : -sum;
    balance += amount;
    const bookedAt = new Date(dayStart + second * 1000);
    return {
      seq: BigInt(index + 1),
      ...readClock(bookedAt, zone),
      bookedAt,
      reference: referenceOf(BigInt(1 + index) as RequestId),
      kind: chance.pick(transactionKinds),
      initiator: 'SESSION',
      amount,
      balanceAfter: balanceOf(balance),
      counterparty: {
        name: chance.pick(hostileTexts),
        numberTail: chance.chance(0.25) ? null : '8719',
      },
      memo: chance.chance(0.3) ? null : chance.pick(hostileTexts),
      reverses: chance.chance(0.1) ? referenceOf(77n as RequestId) : null,
    };
  });
}

export function randomStatement(seed: number): Statement {
  const chance = randomOf(`statement ${seed}`);
  const zone = chance.pick(zones) as TimeZone;
  const opening = chance.chance(0.3) ? 0n : BigInt(chance.between(1, 10_000_000));
  const lines = linesOf(chance, zone, opening);
  return {
    head: {
      period: { from: '2026-01-01', to: '2026-12-31', zone },
      accountNumber: String(1_000_000_000 + seed) as AccountNumber,
      holderName: 'Anna M.',
      currency: { code: chance.pick(currencies), scale: chance.between(0, 4) },
      isoCurrency: 'XXX',
      openedAt: new Date('2025-12-31T12:00:00Z'),
      opening: balanceOf(opening),
      closing: lines.at(-1)?.balanceAfter ?? balanceOf(opening),
      count: BigInt(lines.length),
      isProvisional: false,
    },
    lines: async function* () {
      for (let at = 0; at < lines.length; at += 7) yield lines.slice(at, at + 7);
    },
    within: async () => randomStatement(seed),
    proof: async () => null,
  };
}
