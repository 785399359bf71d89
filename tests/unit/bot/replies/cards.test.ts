import { ComponentType, MessageFlags } from 'discord.js';
import { describe, expect, test } from 'vitest';
import type { NoticeEntry } from '../../../../src/bank/index.ts';
import type * as m from '../../../../src/bank/model/index.ts';
import { balanceCard } from '../../../../src/bot/replies/accounts.ts';
import { historyReply } from '../../../../src/bot/replies/history.ts';
import { quoteCard, receiptReply } from '../../../../src/bot/replies/money.ts';
import { noticeReply } from '../../../../src/bot/replies/notices.ts';
import { welcomeReply } from '../../../../src/bot/replies/people.ts';
import { accents, render } from '../../../../src/bot/cards/render.ts';
import {
  actionButton,
  done,
  refuse,
  stepButton,
  text,
  withButtons,
  type Reply,
} from '../../../../src/bot/cards/reply.ts';
import { messageIssues } from '../../../../src/sandbox/rules/message.ts';

const currency: m.Currency = { code: 'GEM', scale: 2 };
const origin = { path: 'transfer', row: (2n ** 63n - 1n) as m.RequestId };
const moment = new Date('2026-01-31T12:00:00Z');
const balance = (minorUnits: bigint) => minorUnits as m.Balance;
const amount = (minorUnits: bigint) => minorUnits as m.Amount;

/** The worst that names and memos could hold, in full length. */
const worstName = '@everyone<@1>'.repeat(10);
const worstMemo = '@here <t:1:R> [a](https://b.example) `'.repeat(4).slice(0, 140);
const party: m.PartyView = { name: worstName, numberTail: '1234' };

const payment = {
  kind: 'TRANSFER' as const,
  from: party,
  to: party,
  amount: amount(2n ** 53n - 1n),
  fee: balance(0n),
  balanceBefore: balance(2n ** 53n - 1n),
  balanceAfter: balance(0n),
  memo: worstMemo,
};
const receipt: m.Receipt = {
  ...payment,
  reference: '01AB-23CD-45EF-GH' as m.Reference,
  requestId: 1n as m.RequestId,
  bookedAt: moment,
  replayed: false,
};
const quote: m.Quote = { ...payment, wish: { kind: 'all' }, firstPayment: true, needsProof: true };
const entry = (seq: bigint): m.EntryView => ({
  seq,
  reference: receipt.reference,
  kind: 'TRANSFER',
  initiator: 'SESSION',
  direction: seq % 2n === 0n ? 'in' : 'out',
  amount: payment.amount,
  balanceAfter: payment.balanceBefore,
  counterparty: party,
  memo: worstMemo,
  bookedAt: moment,
});
const page: m.HistoryPage = {
  accountNumber: '1234567893' as m.AccountNumber,
  name: 'W'.repeat(32),
  entries: Array.from({ length: 8 }, (_, at) => entry(BigInt(8 - at))),
  older: 1n,
  newer: 8n,
};
const account: m.OwnAccount = {
  type: 'SAVINGS',
  name: 'W'.repeat(32),
  isMain: true,
  accountNumber: page.accountNumber,
  status: 'FROZEN',
  balance: balance(100_00n),
  held: balance(40_00n),
  available: balance(60_00n),
  openedAt: moment,
};
const session = { expiresAt: moment, moneyUntil: moment } as m.Session;

const received: NoticeEntry = {
  transactionId: receipt.requestId,
  reference: receipt.reference,
  amount: payment.amount,
  counterparty: party,
  numberTail: '1',
  memo: worstMemo,
};

const cards: Record<string, Reply> = {
  quote: quoteCard(quote, currency),
  receipt: receiptReply(receipt, currency),
  history: historyReply(page, { currency, filtered: true }),
  balance: balanceCard(
    Array.from({ length: 20 }, () => account),
    { currency, numberShown: false },
  ),
  welcome: welcomeReply(
    {
      account,
      session,
      recoveryCodes: Array.from({ length: 8 }, () => 'ABCD-EFGH-JKMN-P'),
      movedIn: 9_007_199_254_740_991n as m.Amount,
    },
    { bankName: 'Passbook', fullName: worstName, age: 35, currency },
  ),
  received: noticeReply(
    {
      kind: 'MONEY_RECEIVED',
      entries: [received],
    },
    { bankName: 'Passbook', currency },
  ),
  sent: noticeReply(
    { kind: 'MONEY_SENT', entries: [received] },
    { bankName: 'Passbook', currency },
  ),
  sentTogether: noticeReply(
    { kind: 'MONEY_SENT', entries: Array.from({ length: 10 }, () => received) },
    { bankName: 'Passbook', currency },
  ),
  movedByStaff: noticeReply(
    {
      kind: 'MOVED_BY_STAFF',
      act: 'COUNTER_WITHDRAWAL',
      direction: 'out',
      amount: payment.amount,
      role: 'TELLER',
      reason: worstMemo,
      numberTail: '1',
      reference: receipt.reference,
      at: moment,
    },
    { bankName: 'Passbook', currency },
  ),
  receivedTogether: noticeReply(
    { kind: 'MONEY_RECEIVED', entries: Array.from({ length: 10 }, () => received) },
    { bankName: 'Passbook', currency },
  ),
};
const markupOf = (reply: Reply): string => JSON.stringify(render(reply, origin).container);

describe('every card', () => {
  test.each(Object.entries(cards))('%s is a message that Discord takes', (_, reply) => {
    const { container } = render(reply, origin);
    const body = { components: [container], flags: MessageFlags.IsComponentsV2 };
    expect(messageIssues(body as never, { uploads: [], old: null })).toEqual([]);
    expect(container.accent_color).toBe(accents[reply.mood]);
  });

  test.each(Object.entries(cards))('%s lets nothing typed take effect', (_, reply) => {
    const outsideCode = markupOf(reply).replaceAll(/`[^`]*`/g, '');
    expect(outsideCode).not.toMatch(/@(everyone|here)|<@|<#|https?:\/\/|(?<!\\)\]\(/);
    expect(markupOf(reply)).not.toMatch(/@(everyone|here)|<@/);
  });

  test('has a colour of its own for each mood', () => {
    expect(new Set(Object.values(accents)).size).toBe(4);
  });
});

describe('cards of a payment', () => {
  test('say from, to, amount, balance after and that it is the first', () => {
    const shown = markupOf(cards['quote']!);
    for (const words of [
      'From',
      'To',
      '…1234',
      'the whole available balance',
      'Balance after',
      'First payment',
    ]) {
      expect(shown).toContain(words);
    }
    expect(markupOf(quoteCard({ ...quote, firstPayment: false }, currency))).not.toContain('First');
    expect(shown).not.toContain('Fee');
    const charged = quoteCard({ ...quote, fee: balance(25n) }, currency);
    expect(markupOf(charged)).toContain('**Fee** 0.25 GEM');
    expect(shown).not.toContain('Not the account');
    const alike = { name: 'Anna M.', numberTail: '9876' };
    const warned = markupOf(quoteCard({ ...quote, alike }, currency));
    expect(warned).toContain('Not the account you paid before');
    expect(warned).toContain('Anna M. `…9876`');
  });

  test('show the end of the account’s number beside every name but the bank’s own', () => {
    const shown = markupOf(
      quoteCard({ ...quote, to: { name: 'Ben O.', numberTail: '4321' } }, currency),
    );
    expect(shown).toContain('Ben O. `…4321`');
    const cash = { ...quote, to: { name: 'Cash desk', numberTail: null } };
    expect(markupOf(quoteCard(cash, currency))).toContain('**To** Cash desk\\n**');
  });

  test('are the same for a replay', () => {
    expect(receiptReply({ ...receipt, replayed: true }, currency)).toEqual(cards['receipt']);
  });

  test('show balance before and after, and a reference', () => {
    const shown = markupOf(cards['receipt']!);
    for (const words of [
      'Balance before',
      'Balance after',
      '`01AB-23CD-45EF-GH`',
      '<t:1769860800:f>',
    ]) {
      expect(shown).toContain(words);
    }
  });
});

const buttons = (reply: Reply) => reply.buttons.map(({ label }) => label);

describe('a page of history', () => {
  test('turns only where there is something', () => {
    const view = { currency, filtered: false };
    const [, ...withoutNewer] = buttons(historyReply(page, view));
    expect(buttons(historyReply(page, view))).toEqual(['Newer', 'Older', 'Filter', 'Receipt']);
    expect(buttons(historyReply({ ...page, newer: null }, view))).toEqual(withoutNewer);
    const empty = { ...page, entries: [], older: null, newer: null };
    expect(buttons(historyReply(empty, view))).toEqual(['Filter']);
    expect(markupOf(historyReply(empty, view))).toContain('No transactions yet');
    const filtered = historyReply(empty, { currency, filtered: true });
    expect(markupOf(filtered)).toContain('No entries match');
    expect(buttons(filtered)).toEqual(['Filter', 'Show all']);
  });

  test('offers to search further where a search stopped', () => {
    const view = { currency, filtered: true };
    const searchedTo = new Date('2026-01-31T12:00:00Z');
    const none = { ...page, entries: [], older: 40n, newer: null, searchedTo };
    const back = historyReply({ ...none, unfinished: 'older' }, view);
    expect(buttons(back)).toEqual(['Search further', 'Filter', 'Show all']);
    expect(markupOf(back)).toContain('No match so far');
    expect(markupOf(back)).toContain('Searched back to <t:1769860800:d>');
    const up = historyReply({ ...page, newer: 40n, searchedTo, unfinished: 'newer' }, view);
    expect(buttons(up)).toEqual(['Older', 'Search further', 'Filter', 'Show all', 'Receipt']);
    expect(markupOf(up)).toContain('Searched up to');
  });

  test('loses no entry to the limit of text, whatever names and memos hold', () => {
    expect(markupOf(cards['history']!).match(/<t:\d+:d>/g)).toHaveLength(8);
  });
});

describe('a balance', () => {
  test('hides the number until it is asked for', () => {
    expect(markupOf(cards['balance']!)).not.toContain(account.accountNumber);
    const shown = balanceCard([account], { currency, numberShown: true });
    expect(markupOf(shown)).toContain(`\`${account.accountNumber}\``);
    expect(shown.buttons.map(({ label }) => label)).toEqual(['Deposit', 'History']);
    const open = balanceCard([{ ...account, status: 'OPEN' }], { currency, numberShown: true });
    expect(open.buttons.map(({ label }) => label)).toEqual(['Send', 'Deposit', 'History']);
  });
});

describe('rendering', () => {
  test('puts at most five buttons in a row', () => {
    const many = Array.from({ length: 7 }, (_, at) => actionButton(`a${at}`, `${at}`));
    const { container } = render(withButtons(done('Done'), ...many), origin);
    const rows = container.components.filter(({ type }) => type === ComponentType.ActionRow);
    expect(rows.map((row) => ('components' in row ? row.components.length : 0))).toEqual([5, 2]);
  });

  test('gives the row only to buttons that carry it', () => {
    const reply = withButtons(
      done('Done'),
      stepButton('edit', 'Edit'),
      actionButton('older', 'Older', { token: '5', keepsInput: true }),
      actionButton('recent', 'Recent', { command: 'history' }),
    );
    const row = 35n as m.RequestId;
    const shown = JSON.stringify(render(reply, { path: 'transfer', row }).container);
    expect(shown).toContain('"v1:transfer:edit:z"');
    expect(shown).toContain('"v1:transfer:older:z.5"');
    expect(shown).toContain('"v1:history:recent:"');
  });

  test('shows an image in its place and offers other files for download', () => {
    const bytes = new Uint8Array([1]);
    const attachments = ['chart.png', 'statement.pdf'].map((name) => ({ name, bytes }));
    const image = { kind: 'image', name: 'chart.png', description: 'Money by day' } as const;
    const rendered = render({ ...done('Report', image), attachments }, origin);
    expect(rendered.attachments).toHaveLength(2);
    expect(rendered.container.components.map(({ type }) => type)).toEqual([
      ComponentType.TextDisplay,
      ComponentType.MediaGallery,
      ComponentType.File,
    ]);
    expect(JSON.stringify(rendered.container)).toContain('attachment://statement.pdf');
  });

  test('cuts text that is too long instead of losing the answer', () => {
    const { container } = render(refuse('Long', text('x'.repeat(9_000))), origin);
    const body = { components: [container], flags: MessageFlags.IsComponentsV2 };
    expect(messageIssues(body as never, { uploads: [], old: null })).toEqual([]);
  });
});
