/** Every finding of a verification has a sentence, and a recorded halt keeps it. */
import { describe, expect, test } from 'vitest';
import { haltReason, haltText } from '../../../src/bank/audit/store/halts.ts';
import {
  type BooksFinding,
  type ChainFinding,
  invariants,
  type LogFinding,
} from '../../../src/bank/model/index.ts';
import { terminal } from '../../../src/words/index.ts';

const { violated, halted, broken, logBroken } = terminal.tools.verify;
const account = '0123456789';
const max = (1n << 63n) - 1n;

const books: readonly BooksFinding[] = [
  { code: 'SUM_NOT_ZERO', total: -max },
  { code: 'BALANCE_DIFFERS', account, stored: 5n, summed: max },
  { code: 'ACCOUNT_DIFFERS', account, stored: 5n, lastSeq: 3n, summed: 4n, summedToSeq: 2n },
  { code: 'LAST_ENTRY_DIFFERS', account, stored: 5n, balanceAfter: 4n },
  { code: 'ENTRY_BALANCE_INVALID', account, seq: 7n, balanceAfter: null },
  { code: 'HELD_EXCEEDS_BALANCE', account, stored: null, held: 6n },
  { code: 'TRANSACTION_ENTRIES_WRONG', transaction: max, amount: 5n },
  { code: 'ENTRY_TRANSACTION_WRONG', accountId: max, seq: 7n, amount: -5n },
  { code: 'POSTINGS_BROKEN', transaction: max, postings: 2n, highest: 4n },
  { code: 'FEES_DIFFER', balance: max, charged: 5n },
  { code: 'INTEREST_DIFFERS', paid: max, credited: 5n, noted: 4n },
  { code: 'INTEREST_CREDIT_WRONG', accountId: max, transaction: max, amount: 5n, booked: null },
  { code: 'HELD_DIFFERS', account, stored: 5n, summed: 4n },
  { code: 'CAPTURE_WRONG', hold: max, held: 5n, captured: null },
  { code: 'ENTRY_NUMBERS_BROKEN', account, lastSeq: 9n, entries: 8n, highestSeq: null },
  {
    code: 'ENTRY_NOT_FOLLOWING',
    account,
    seq: 7n,
    balanceBefore: max,
    amount: -max,
    balanceAfter: max,
  },
];
const chain: readonly ChainFinding[] = [
  { code: 'LINK_MISSING', link: 4n },
  { code: 'ROW_MISSING', kind: 'AUDIT', id: 8n, link: 4n },
  { code: 'ROW_CHANGED', kind: 'TRANSACTION', id: 8n, link: 4n },
  { code: 'HEAD_SIGNATURE_INVALID', link: 4n },
  { code: 'HEAD_MISSING', link: 4n },
  { code: 'HEAD_DIFFERS', link: 4n },
];

describe('a finding in the books', () => {
  test('is listed here for every code', () => {
    expect(books.map(({ code }) => code)).toEqual(Object.keys(invariants));
  });

  test.each(books)('$code has a sentence', (finding) => {
    expect(violated(finding)).toMatch(/^I\d+ is violated: [A-Z].*\.$/);
    expect(violated(finding)).not.toMatch(/undefined|null|\[object| {2}/);
  });

  test.each(books)('$code fits the column of a halt and is read back', (finding) => {
    expect(haltText(finding).length).toBeLessThanOrEqual(500);
    expect(haltReason(haltText(finding))).toEqual(finding);
  });
});

const log: readonly LogFinding[] = [
  { code: 'LEAVES_MISSING', leaf: 4 },
  { code: 'LEAF_ROW_MISSING', kind: 'AUDIT', id: 8n, leaf: 4 },
  { code: 'LEAF_CHANGED', kind: 'TRANSACTION', id: 8n, leaf: 4 },
  { code: 'TILE_WRONG', level: 1, number: 2 },
  { code: 'CHECKPOINT_MISSING', size: 4 },
  { code: 'CHECKPOINT_DIFFERS', size: 4 },
  { code: 'CHECKPOINT_UNREADABLE', number: 4 },
  { code: 'ROW_UNLOGGED', kind: 'TRANSACTION', id: 8n },
];

test.each(log)('a finding in the log: $code has a sentence', (finding) => {
  expect(logBroken(finding)).toMatch(/^The log is wrong: .*[a-z]\.$/);
  expect(logBroken(finding)).not.toMatch(/undefined|null|\[object| {2}/);
});

test.each(chain)('a finding in the chain: $code has a sentence', (finding) => {
  expect(broken(finding)).toMatch(/^The chain is broken: .*[a-z]\.$/);
  expect(broken(finding)).not.toMatch(/undefined|null|\[object| {2}/);
});

test.each(['All accounts together hold 5', '{"code":"OF_A_LATER_VERSION"}', '{"code":'])(
  'a recorded halt with other text shows that text: %s',
  (text) => {
    expect(haltReason(text)).toEqual({ code: 'TEXT', text });
    expect(halted('noon', haltReason(text))).toBe(`Payments stopped at noon: ${text}`);
  },
);
