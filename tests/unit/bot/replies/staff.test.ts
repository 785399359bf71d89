/** Cards that stay in a channel: what they name, what can be copied, and how they read later. */
import { describe, expect, test } from 'vitest';
import type { ApprovalView } from '../../../../src/bank/model/index.ts';
import type { AuditEntry } from '../../../../src/bank/staff/oversight.ts';
import type { ServedCustomer } from '../../../../src/bank/staff/serving.ts';
import type * as m from '../../../../src/bank/model/index.ts';
import { auditReply } from '../../../../src/bot/replies/oversight.ts';
import { render } from '../../../../src/bot/cards/render.ts';
import type { Reply } from '../../../../src/bot/cards/reply.ts';
import { servedDetailsReply } from '../../../../src/bot/replies/served.ts';
import { approvalCard } from '../../../../src/bot/replies/staff.ts';

const currency: m.Currency = { code: 'GEM', scale: 2 };
const moment = new Date('2026-01-31T12:00:00Z');
const maker = '123456789012345678' as m.DiscordUserId;
const channel = '223456789012345678';
const shown = (reply: Reply): string =>
  JSON.stringify(render(reply, { path: 'help', row: null }).container);

describe('an audit row', () => {
  const line = (details: AuditEntry['details']): string => {
    const entry: AuditEntry = {
      id: 1n,
      at: moment,
      action: 'ADJUST_APPROVED',
      actor: '323456789012345678' as m.DiscordUserId,
      role: 'MANAGER',
      about: null,
      reason: null,
      details,
    };
    const page = { entries: [entry], older: null, newer: null };
    return shown(auditReply(page, { currency, filtered: false }));
  };

  test('names people and channels as Discord shows them, people first', () => {
    const details = { amount: '700', side: 'credit', before: '0', approval: '5', maker };
    const text = line(details);
    expect(text).toContain(`maker <@${maker}>, amount \`7.00 GEM\``);
    expect(line({ member: maker })).toContain(`member <@${maker}>`);
    expect(line({ channel })).toContain(`channel <#${channel}>`);
  });

  test('gives no effect to what is no id', () => {
    const text = line({ maker: '@everyone', channel: '1> <@&2', amount: '<t:9:R>' });
    expect(text).not.toMatch(/@everyone|<@&|<#1|<t:9/);
  });
});

test('an e-mail address that staff read can be copied', () => {
  const customer = {
    account: { accountNumber: '1234567893', status: 'OPEN', balance: 0n, held: 0n, available: 0n },
    accounts: [],
    holder: { name: 'Anna M.', numberTail: '7893' },
    member: maker,
    registeredAt: moment,
    locked: false,
    details: {
      fullName: 'Anna Miller',
      email: 'anna.o+gems@example.com',
      phone: '+4930123456',
      dateOfBirth: '1990-12-31',
      gender: 'female',
    },
  } as unknown as ServedCustomer & { readonly details: m.PersonalDetails };
  expect(shown(servedDetailsReply(customer, currency))).toContain('`anna.o+gems@example.com`');
});

test('a request says until when it is open, and never that it ends in the past', () => {
  const approval = {
    id: 5n,
    kind: 'DEPOSIT',
    maker,
    member: maker,
    holder: { name: 'Anna M.', numberTail: '7893' },
    content: { amount: '700' },
    reason: '',
    state: 'OPEN',
    askedAt: moment,
    expiresAt: moment,
    checker: null,
  } as unknown as ApprovalView;
  const text = shown(approvalCard(approval, { currency, asksProof: true }));
  expect(text).toContain('open until <t:1769860800:f>');
});
