import { describe, expect, test } from 'vitest';
import { mailText } from '../../../src/mail/text.ts';
import { failureOf, senderOf } from '../../../src/mail/sender.ts';
import type { MailMessage, SecurityEvent } from '../../../src/bank/index.ts';
import type * as m from '../../../src/bank/model/index.ts';

describe('the sender', () => {
  test.each([
    [
      'as set',
      'smtp://user@example.com:x@mail.example.com',
      'bank@example.org',
      'bank@example.org',
    ],
    ['who logs in', 'smtps://bank%40example.com:x@mail.example.com:465', null, 'bank@example.com'],
    ['of the server', 'smtp://bank:x@mail.example.com', null, 'no-reply@mail.example.com'],
    ['of a server without a name', 'smtp://127.0.0.1:2525', null, 'no-reply@passbook.invalid'],
    ['of this machine', 'smtp://localhost', null, 'no-reply@passbook.invalid'],
  ])('is the one %s', (_, url, from, expected) => {
    expect(senderOf(url, from)).toBe(expected);
  });
});

describe('a failure', () => {
  test.each([
    [
      { code: 'EENVELOPE', responseCode: 550 },
      { reason: 'SMTP_550', final: true },
    ],
    [
      { code: 'EMESSAGE', responseCode: 554 },
      { reason: 'SMTP_554', final: true },
    ],
    [
      { code: 'EENVELOPE', responseCode: 451 },
      { reason: 'SMTP_451', final: false },
    ],
    [
      { code: 'EAUTH', responseCode: 535 },
      { reason: 'SMTP_535', final: false },
    ],
    [{ code: 'ECONNECTION' }, { reason: 'ECONNECTION', final: false }],
    [new Error('odd'), { reason: 'NOT_SENT', final: false }],
    [null, { reason: 'NOT_SENT', final: false }],
  ])('%j is judged', (error, expected) => {
    expect(failureOf(error)).toEqual(expected);
  });
});

describe('every mail', () => {
  const at = new Date('2026-11-22T18:30:59Z');
  const origin = { bankName: 'Gem Bank', currency: { code: 'GEM', scale: 2 } };
  const message = (notice: MailMessage['notice']): MailMessage => ({
    id: 1n,
    channel: 'MAIL',
    address: 'anna@example.com',
    language: { choice: null, locale: null },
    notice,
    attempts: 1,
  });
  const text = (notice: MailMessage['notice']) => mailText(message(notice), origin)!;

  test('of a code says what for, until when, and never puts it into the subject', () => {
    for (const purpose of ['RECOVERY', 'EMAIL', 'UNLOCK'] as const) {
      const mail = text({ kind: 'CODE', purpose, code: 'ABCD-EFGH-JKMN-P', expiresAt: at });
      expect(mail.subject).toMatch(/^Gem Bank: Code /);
      expect(mail.subject).not.toContain('ABCD');
      expect(mail.text).toContain('ABCD-EFGH-JKMN-P');
      expect(mail.text).toContain('November 22, 2026 at 18:30 UTC');
      expect(mail.text).toContain('If this was not you');
    }
  });

  test('of an event says what happened, when, and how to lock', () => {
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
    const place = { guildId: null, channelId: '1' };
    const all = events.map((event) =>
      text({ kind: 'SECURITY', event, at, place, changed: ['fullName', 'phone'] }),
    );
    expect(new Set(all.map(({ subject }) => subject)).size).toBe(events.length);
    for (const mail of all) {
      expect(mail.text).toContain('November 22, 2026 at 18:30 UTC (in Discord direct messages)');
      expect(mail.text).toContain('/lock');
    }
    expect(all[3]!.text).toContain('Your details were changed: name, phone number.');
  });

  test('of what staff moved says how much, why and in which role, each on its line', () => {
    const mail = text({
      kind: 'MOVED_BY_STAFF',
      act: 'REVERSE_BOOKED',
      direction: 'out',
      amount: 1_250n as m.Amount,
      role: 'MANAGER',
      reason: 'paid twice\nReason: another',
      numberTail: '4821',
      reference: '01AB-23CD-45EF-GH' as m.Reference,
      at,
    });
    expect(mail.subject).toBe('Gem Bank: The bank’s staff took 12.50 GEM from your account');
    expect(mail.text).toContain('November 22, 2026 at 18:30 UTC');
    expect(mail.text).toContain('By: a manager\nReason: paid twice Reason: another\n');
    expect(mail.text).toContain('Account: …4821\nReference: 01AB-23CD-45EF-GH');
  });

  test('of a new login names the kind of place; money is told on Discord alone', () => {
    const login = text({ kind: 'NEW_LOGIN', place: { guildId: '1', channelId: '2' } });
    expect(login.text).toContain('on a Discord server');
    for (const kind of ['MONEY_RECEIVED', 'MONEY_SENT'] as const) {
      expect(mailText(message({ kind, entries: [] }), origin)).toBeNull();
    }
  });
});
