/** The cards of profile, recovery, lock, session and access log. */
import { MessageFlags } from 'discord.js';
import { describe, expect, test } from 'vitest';
import type { Notice, SecurityEvent } from '../../../../src/bank/index.ts';
import type * as m from '../../../../src/bank/model/index.ts';
import { accessReply } from '../../../../src/bot/replies/access-log.ts';
import { mailAddress } from '../../../../src/words/text/markup.ts';
import { noticeReply } from '../../../../src/bot/replies/notices.ts';
import {
  codeAskedReply,
  emailConfirmedReply,
  passwordChangedReply,
  profileReply,
  profileUpdatedReply,
  recoveredReply,
  recoveryCodesReply,
  sessionReply,
} from '../../../../src/bot/replies/profile.ts';
import { render } from '../../../../src/bot/cards/render.ts';
import type { Reply } from '../../../../src/bot/cards/reply.ts';
import {
  lockedReply,
  lockQuestion,
  securitySentence,
  unlockedReply,
} from '../../../../src/bot/replies/security.ts';
import { messageIssues } from '../../../../src/sandbox/rules/message.ts';

const origin = { path: 'profile update', row: (2n ** 63n - 1n) as m.RequestId };
const moment = new Date('2026-01-31T12:00:00Z');
const place: m.Place = { guildId: '111111111111111111', channelId: '222222222222222222' };
const bank = { bankName: 'Passbook', currency: { code: 'GEM', scale: 2 } };
const worst = '@everyone <@1> [a](https://b.example) `'.repeat(3);
const lockLabel = "Wasn't you?";

const events: readonly SecurityEvent[] = [
  'PASSWORD_CHANGED',
  'PASSWORD_RECOVERED',
  'RECOVERY_CODES_RENEWED',
  'PROFILE_CHANGED',
  'EMAIL_CHANGE_ASKED',
  'EMAIL_CHANGED',
  'ACCOUNT_LOCKED',
  'ACCOUNT_UNLOCKED',
];
const security = (event: SecurityEvent, where: m.Place | null = place) =>
  ({ kind: 'SECURITY', event, at: moment, place: where, changed: ['fullName'] }) as const;
const profile: m.Profile = {
  details: {
    fullName: worst,
    email: `a\`b+@everyone.example`,
    phone: '+4930123456',
    dateOfBirth: '1990-12-31',
    gender: 'female',
  },
  accountNumber: '1234567893' as m.AccountNumber,
  registeredAt: moment,
  passwordChangedAt: moment,
  recoveryCodesLeft: 7,
  emailToConfirm: { address: 'new@example.com', until: moment },
};
const times = { createdAt: moment, expiresAt: moment, moneyUntil: moment };
const session = { place, ...times, canMove: true } as m.Session;
const logins = Array.from({ length: 10 }, (_, index): m.SessionView => ({
  place: index % 2 === 0 ? place : { guildId: null, channelId: '3' },
  createdAt: moment,
  endedAt: index === 0 ? null : moment,
  end: index === 0 ? null : 'PASSWORD_CHANGED',
  expiresAt: moment,
}));
const access = Array.from({ length: 8 }, (_, index): m.AccessEntry => ({
  id: BigInt(index),
  at: moment,
  actor: '333333333333333333' as m.DiscordUserId,
  role: 'MANAGER',
  action: 'DETAILS_SHOWN',
  reason: worst.padEnd(200, 'x').slice(0, 200),
}));
const updated = (changed: readonly ('fullName' | 'phone')[], address: string | null) =>
  profileUpdatedReply({
    changed,
    emailToConfirm: address === null ? null : { address, until: moment },
  });

const cards: Record<string, Reply> = {
  ...Object.fromEntries(events.map((event) => [event, noticeReply(security(event), bank)])),
  login: noticeReply({ kind: 'NEW_LOGIN', place }, bank),
  nowhere: noticeReply(security('ACCOUNT_UNLOCKED', null), bank),
  profile: profileReply(profile, moment.getTime()),
  updated: updated(['fullName', 'phone'], 'new@example.com'),
  session: sessionReply(session, logins),
  access: accessReply({ entries: access, older: 1n, newer: 2n }),
  asked: codeAskedReply(true),
  recovered: recoveredReply(),
  codes: recoveryCodesReply(Array.from({ length: 8 }, () => 'ABCD-EFGH-JKMN-PQRS')),
  emailed: emailConfirmedReply('new@example.com'),
  password: passwordChangedReply(session),
  question: lockQuestion(),
  locked: lockedReply(true, true),
  unlocked: unlockedReply(true),
};
const markupOf = (reply: Reply): string => JSON.stringify(render(reply, origin).container);
const buttons = (reply: Reply) => reply.buttons.map(({ label }) => label);

describe('every card', () => {
  test.each(Object.entries(cards))('%s is a message that Discord takes', (_, reply) => {
    const { container } = render(reply, origin);
    const body = { components: [container], flags: MessageFlags.IsComponentsV2 };
    expect(messageIssues(body as never, { uploads: [], old: null })).toEqual([]);
  });

  test.each(Object.entries(cards))('%s lets nothing typed take effect', (_, reply) => {
    const outsideCode = markupOf(reply).replaceAll(/`[^`]*`/g, '');
    expect(outsideCode).not.toMatch(/@(everyone|here)|<@1>|https?:\/\/|(?<!\\)\]\(/);
  });
});

describe('a notice', () => {
  test('carries the lock, and where the account is locked the way out', () => {
    const notices: readonly Notice[] = [
      ...events.map((event) => security(event)),
      { kind: 'NEW_LOGIN', place },
    ];
    for (const notice of notices) {
      const locked = notice.kind === 'SECURITY' && notice.event === 'ACCOUNT_LOCKED';
      expect(buttons(noticeReply(notice, bank))).toEqual([locked ? 'Unlock' : lockLabel]);
    }
  });

  test('leads the lock to a command that needs no session', () => {
    expect(markupOf(cards['login']!)).toContain('v1:lock:now:');
    expect(markupOf(cards['ACCOUNT_LOCKED']!)).toContain('v1:unlock:edit:');
  });

  test('names what was changed, and where', () => {
    const fields = { ...security('PROFILE_CHANGED'), changed: ['phone', 'email'] as const };
    expect(securitySentence(fields)).toBe(
      'Your details were changed: phone number, e-mail address.',
    );
    expect(markupOf(cards['login']!)).toContain('<#222222222222222222>');
    expect(markupOf(cards['nowhere']!)).not.toContain('<#');
  });
});

describe('a profile', () => {
  test('offers the code only while an address waits for it', () => {
    expect(buttons(cards['profile']!)).toEqual(['Enter code', 'Change']);
    const quiet = profileReply({ ...profile, emailToConfirm: null }, moment.getTime());
    expect(buttons(quiet)).toEqual(['Change']);
  });

  test('says what was saved, what waits, and that nothing changed', () => {
    expect(markupOf(updated(['phone'], null))).toContain('**Saved** phone');
    expect(updated(['fullName'], 'new@example.com').mood).toBe('ask');
    expect(updated([], null).title).toBe('Nothing to change');
  });

  test('shows an address that can be copied, and one with odd signs still safely', () => {
    expect(mailAddress('anna+bank@example.com').markup).toBe('`anna+bank@example.com`');
    expect(mailAddress('a`b@example.com').markup).not.toContain('a`b');
    expect(mailAddress('<@1>@example.com').markup).not.toContain('<@1>');
  });
});

test('an answer to a recovery says how, with and without mail', () => {
  expect(markupOf(codeAskedReply(true))).toContain('sent a code');
  expect(markupOf(codeAskedReply(false))).toContain('This bank sends no e-mail');
  for (const canMail of [true, false]) {
    expect(markupOf(codeAskedReply(canMail))).toContain('recovery');
    expect(codeAskedReply(canMail).mood).toBe('ask');
  }
});

test('an access log names role, action and reason, and turns only where there is something', () => {
  expect(markupOf(cards['access']!)).toContain('**Details shown**');
  expect(markupOf(cards['access']!)).toContain('<@333333333333333333>, manager');
  expect(buttons(cards['access']!)).toEqual(['Newer', 'Older']);
  expect(buttons(accessReply({ entries: [], older: null, newer: null }))).toEqual([]);
});
