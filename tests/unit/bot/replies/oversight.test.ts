/** The chart and the cards of those who oversee the bank. */
import { MessageFlags } from 'discord.js';
import { describe, expect, test } from 'vitest';
import type { AuditEntry, BankReport, DayFlow } from '../../../../src/bank/staff/oversight.ts';
import type * as m from '../../../../src/bank/model/index.ts';
import { flowChart } from '../../../../src/bot/pictures/flow-chart.ts';
import { auditReply, reportReply } from '../../../../src/bot/replies/oversight.ts';
import { render } from '../../../../src/bot/cards/render.ts';
import { messageIssues } from '../../../../src/sandbox/rules/message.ts';

const currency: m.Currency = { code: 'GEM', scale: 2 };
const origin = { path: 'staff report', row: null };
const moment = new Date('2026-01-31T12:00:00Z');

const dayOf = (
  day: number,
  deposited: bigint,
  withdrawn = 0n,
  adjusted: Partial<Pick<DayFlow, 'adjustedIn' | 'adjustedOut'>> = {},
): DayFlow => ({
  day: `2026-01-${day}`,
  deposited,
  withdrawn,
  transferred: 0n,
  adjustedIn: 0n,
  adjustedOut: 0n,
  transactions: 1,
  ...adjusted,
});
const heights = (svg: string): number[] =>
  [...svg.matchAll(/width="[\d.]+" height="([\d.]+)" rx="2" fill="#(?:43b581|e0873f)"/g)]
    .map((match) => Number(match[1]))
    .filter((height) => height !== 12);

describe('the chart', () => {
  test('draws bars in proportion, also at the end of the integers', () => {
    const days = [dayOf(30, 2n ** 53n - 1n, 2n ** 52n), dayOf(31, 0n)];
    const [most, half, none] = heights(flowChart(days, String));
    expect(half! / most!).toBeCloseTo(0.5, 2);
    expect(none).toBe(0);
  });

  test('shows a tiny sum beside a large one, and an empty bank', () => {
    expect(heights(flowChart([dayOf(30, 10n ** 12n), dayOf(31, 1n)], String))[2]).toBeGreaterThan(
      0,
    );
    expect(heights(flowChart([dayOf(31, 0n)], String))).toEqual([0, 0]);
  });

  test('puts adjustments on top of what came in, and the axis below the line has a sign', () => {
    const svg = flowChart([dayOf(31, 400n, 0n, { adjustedIn: 600n, adjustedOut: 50n })], String);
    expect(svg).toContain('Adjustments');
    const adjusted = [
      ...svg.matchAll(/y="([\d.]+)" width="[\d.]+" height="([\d.]+)" rx="2" fill="#7f8cf0"/g),
    ];
    // Behind the square of the legend: 600 of 1,000 upwards from 400, and 50 downwards.
    const [up, down] = adjusted.slice(1).map(([, y, height]) => [Number(y), Number(height)]);
    expect(up).toEqual([52, 63]);
    expect(down).toEqual([157, 5.25]);
    expect([...svg.matchAll(/text-anchor="end"[^>]*>([^<]+)</g)].map(([, text]) => text)).toEqual([
      '1000',
      '0',
      '-1000',
    ]);
  });

  test('leaves room for the labels of a large bank', () => {
    const sum = 10n ** 20n;
    const svg = flowChart([dayOf(31, sum)], (value) => value.toLocaleString('en-US'));
    const [left] = [...svg.matchAll(/<line x1="(\d+)"/g)].map(([, x]) => Number(x));
    expect(left).toBeGreaterThan((-sum).toLocaleString('en-US').length * 8);
  });
});

const report = (credits: bigint): BankReport => ({
  at: moment,
  customers: 2,
  accounts: { OPEN: 1, FROZEN: 1, CLOSED: 0, LOCKED: 0 },
  orders: { active: 3, paused: 1, opened: 2, paid: 5, cancelled: 1 },
  requests: { open: 7, opened: 4, paid: 2, cancelled: 3 },
  held: 1_250n,
  unclaimed: { people: 2, units: 250n },
  days: [dayOf(31, 1_250n)],
  trialBalance: {
    lines: [{ kind: 'CASH', side: 'DEBIT', balance: 1_250n }],
    debits: 1_250n,
    credits,
  },
});

describe('the report', () => {
  test('is a card with a picture that Discord takes', async () => {
    const reply = await reportReply(report(1_250n), currency);
    const { container, attachments } = render(reply, origin);
    expect(Buffer.from(attachments[0]!.bytes).subarray(1, 4).toString()).toBe('PNG');
    expect(attachments[0]!.bytes.length).toBeLessThan(100_000);
    const text = JSON.stringify(container);
    expect(text).toContain('attachment://flow.png');
    expect(text).toContain('**Trial balance** 0.00 GEM');
    expect(text).toContain('**Standing orders** 3 active, 1 paused');
    expect(text).toContain('**Standing orders today** 2 opened, 5 paid, 1 cancelled');
    expect(text).toContain('**Requests** 7 open');
    expect(text).toContain('**Requests today** 4 opened, 2 paid, 3 cancelled');
    expect(text).toContain('Debits equal credits');
  });

  test('says loudly when the books do not balance', async () => {
    const text = JSON.stringify(await reportReply(report(1_249n), currency));
    expect(text).toContain('do not balance');
    expect(text).toContain('0.01 GEM');
  });
});

test('a full page of audit rows fits into one message', () => {
  const entry: AuditEntry = {
    id: 1n,
    at: moment,
    action: 'APPROVAL_DECLINED_BY_SOMEBODY',
    actor: '9'.repeat(20) as m.DiscordUserId,
    role: 'MANAGER',
    about: { name: '@everyone<@1>'.repeat(10), numberTail: '1234' },
    reason: '`@here` <t:1:R> '.repeat(12),
    details: Object.fromEntries(
      ['before', 'after', 'amount', 'memo'].map((k) => [k, 'x'.repeat(99)]),
    ),
  };
  const entries = Array.from({ length: 8 }, () => entry);
  const reply = auditReply({ entries, older: 2n, newer: 3n }, { currency, filtered: true });
  const { container } = render(reply, origin);
  const body = { components: [container], flags: MessageFlags.IsComponentsV2 };
  const issues = messageIssues(body, { uploads: [], old: null });
  expect(issues).toEqual([]);
});
