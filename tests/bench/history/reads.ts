/** The pages that are read. */
import type * as m from '../../../src/bank/model/index.ts';
import { otherAt, others } from './generate.ts';

export const pageSize = 8;

export interface Read {
  readonly name: string;
  readonly filter: m.HistoryFilter;
  /** Exclusive; absent for the newest page. */
  readonly before?: (entries: number) => bigint;
  readonly session?: () => m.Session;
  /** Finds less than a page. */
  readonly isShort?: boolean;
}

const date = (daysAgo: number) =>
  new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10);

export const reads: readonly Read[] = [
  { name: 'first page', filter: {} },
  {
    name: '1,000th page',
    filter: {},
    before: (entries) => BigInt(entries - 999 * pageSize + 1),
  },
  {
    name: 'first page of anybody',
    filter: {},
    session: () => otherAt(Math.floor(Math.random() * others)).session,
  },
  { name: 'one week half a year ago', filter: { fromDate: date(180), toDate: date(173) } },
  { name: 'search, found on the way', filter: { text: 'pizza' } },
  { name: 'search, only the oldest match', filter: { text: 'zebra' } },
  { name: 'search, no match', filter: { text: 'no such words' }, isShort: true },
  { name: 'search, three letters, no match', filter: { text: 'xyz' }, isShort: true },
  { name: 'search, one number', filter: { text: 'Invoice 8881' }, isShort: true },
  {
    name: 'search, one counterparty',
    filter: { counterparty: otherAt(5).accountNumber },
    isShort: true,
  },
  {
    name: 'search, text, counterparty, dates, kind and direction',
    filter: {
      text: 'zebra',
      counterparty: otherAt(3).accountNumber,
      kinds: ['TRANSFER'],
      direction: 'out',
      fromDate: date(400),
    },
    isShort: true,
  },
  {
    // Both are in many blocks, and never in one entry together.
    name: 'search, two conditions that never meet',
    filter: { text: 'pizza', counterparty: otherAt(5).accountNumber },
    isShort: true,
  },
];
