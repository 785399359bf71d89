/** A customer's requests as staff see them, and the notices after staff have cancelled one. */
import { MessageFlags } from 'discord.js';
import { expect, test } from 'vitest';
import type { DueView, OwnDue, RequestSummary, RequestView } from '../../../../src/bank/index.ts';
import type * as m from '../../../../src/bank/model/index.ts';
import { render } from '../../../../src/bot/cards/render.ts';
import type { Reply } from '../../../../src/bot/cards/reply.ts';
import { noticeReply } from '../../../../src/bot/replies/notices.ts';
import {
  customerRequestsReply,
  requestCancelledByStaff,
  staffTableReply,
} from '../../../../src/bot/requests/index.ts';
import { messageIssues } from '../../../../src/sandbox/rules/message.ts';

const currency: m.Currency = { code: 'GEM', scale: 2 };
const moment = new Date('2026-01-31T12:00:00Z');
const id = 7n as m.RequestId;
const reference = '01AB-23CD-45EF-GHJ' as m.Reference;
const anna = { name: 'Anna M.', numberTail: '0001' };
const member = '900000000000000001' as m.DiscordUserId;

const summary: RequestSummary = {
  id,
  reference,
  asker: anna,
  askerMember: member,
  memo: 'club *dues*',
  dueOn: null,
  createdAt: moment,
  expiresAt: moment,
  reminders: 0,
  people: 40,
  peoplePaid: 1,
  peopleOpen: 39,
  asked: 40_000n,
  received: 1_000n,
};
const due = (place: number, state: m.DueState): DueView => ({
  id: BigInt(100 + place) as m.RequestId,
  payer: { name: 'n'.repeat(60), numberTail: '0002' },
  member,
  amount: 1_000n as m.Amount,
  paid: (state === 'PAID' ? 1_000n : 0n) as m.Balance,
  state,
  changedAt: moment,
});
const request: RequestView = {
  ...summary,
  dues: Array.from({ length: 40 }, (_, place) => due(place, place === 0 ? 'PAID' : 'OPEN')),
};
const own: OwnDue = { request: summary, due: due(1, 'OPEN') };

/** As Discord takes it. */
function shown(reply: Reply, path = 'staff request list'): string {
  const { container, attachments } = render(reply, { path, row: null });
  const body = { components: [container], flags: MessageFlags.IsComponentsV2 };
  const uploads = attachments.map(({ name }, index) => ({ index: `${index}`, name }));
  const issues = messageIssues(body, { uploads, old: null });
  expect(issues).toEqual([]);
  return JSON.stringify(container);
}

test('a full list of requests fits into one message, with both sides', () => {
  const summaryOf = (place: number) => ({ ...summary, id: BigInt(place) as m.RequestId });
  const many = Array.from({ length: 15 }, (_, place) => ({ ...own, request: summaryOf(place) }));
  const made = Array.from({ length: 15 }, (_, place) => summaryOf(100 + place));
  const text = shown(customerRequestsReply({ got: many, made, holder: anna }, currency));
  expect(text).toContain('**Asked for by others**');
  expect(text).toContain('**1 of 40 paid** · 10.00 GEM / 400.00 GEM');
  expect(text).toContain('39 open');
  const empty = shown(customerRequestsReply({ got: [], made: [], holder: anna }, currency));
  expect(empty).toContain('Nobody has asked this customer for money.');
});

test('the table names the asker, and only offers to cancel', async () => {
  const text = shown(await staffTableReply(request, 0, currency), 'staff request show');
  expect(text).toContain('Anna M.');
  expect(text).toContain('staff request cancel');
  for (const command of ['request remind', 'request export']) expect(text).not.toContain(command);
  const over = { ...request, peopleOpen: 0 };
  const ended = shown(await staffTableReply(over, 0, currency), 'staff request show');
  expect(ended).not.toContain('staff request cancel');
});

test('a cancelled request says that nothing moved; a second time, that nothing changed', () => {
  expect(shown(requestCancelledByStaff(39, id))).toContain('39 people can no longer pay it');
  expect(shown(requestCancelledByStaff(39, id))).toContain('Nothing moved');
  expect(shown(requestCancelledByStaff(0, id))).toContain('Nothing changed');
});

test('asker and payer read what happened to their money, and typed text is literal', () => {
  const bank = { bankName: 'Passbook', currency };
  const byStaff = { kind: 'REQUEST_BY_STAFF', request: summary, reason: '*fraud*', at: moment };
  const toAsker = shown(noticeReply(byStaff as never, bank));
  expect(toAsker).toContain('Your request for 400.00 GEM was cancelled');
  expect(toAsker).toContain('Nothing moved');
  expect(toAsker).toContain('What was paid stays in your account');
  expect(toAsker).toContain('`*fraud*`');
  const facts = { dueId: id, reminder: 0n, reference, asker: anna, askerMember: member };
  const more = { payer: anna, memo: 'club', dueOn: null, expiresAt: moment };
  const withdrawn = { kind: 'REQUEST_WITHDRAWN', ...facts, ...more, amount: 300n, paid: 100n };
  const toPayer = shown(noticeReply(withdrawn as never, bank));
  expect(toPayer).toContain('The request for 2.00 GEM was cancelled');
  expect(toPayer).toContain('nothing left to pay. Nothing moved');
  expect(toPayer).toContain('What you had already paid stays paid');
  const cancelled = { ...withdrawn, kind: 'REQUEST_CANCELLED' };
  const byAsker = shown(noticeReply(cancelled as never, bank));
  expect(byAsker).toContain('The person who asked cancelled it');
  expect(byAsker).toContain('Nothing moved. What you had already paid stays paid');
});
