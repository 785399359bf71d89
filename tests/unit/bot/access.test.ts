import { describe, expect, test } from 'vitest';
import type * as m from '../../../src/bank/model/index.ts';
import { mayUse, refusalOf, type Access } from '../../../src/bot/command/access.ts';

const undone = 'Nothing changed.';
const staffGuildId = '111111111111111111';
const session = { id: 1n, canMove: true } as m.Session;
const person = (more: Partial<m.Identity> = {}): m.Identity => ({
  discordUserId: '222222222222222222' as m.DiscordUserId,
  customerId: 1n as m.CustomerId,
  accountNumber: '1234567893' as m.AccountNumber,
  session,
  staffRole: null,
  ...more,
});
const visitor = person({ customerId: null, accountNumber: null, session: null });
const loggedOut = person({ session: null });
const staff = (staffRole: m.StaffRole) => person({ staffRole });

interface Row {
  readonly who: string;
  readonly access: Access;
  readonly identity: m.Identity | null;
  readonly guildId?: string | null;
  readonly code: string | null;
}

const look: Access = { staff: 'look' };
const serve: Access = { staff: 'serve' };
const manage: Access = { staff: 'manage' };

const rows: readonly Row[] = [
  { who: 'nobody known', access: 'anyone', identity: null, code: null },
  { who: 'a visitor', access: 'anyone', identity: visitor, code: null },
  { who: 'nobody known', access: 'customer', identity: null, code: 'NOT_REGISTERED' },
  { who: 'a visitor', access: 'customer', identity: visitor, code: 'NOT_REGISTERED' },
  {
    who: 'a logged-out customer',
    access: 'customer',
    identity: loggedOut,
    code: 'SESSION_MISSING',
  },
  { who: 'a customer', access: 'customer', identity: person(), code: null },
  { who: 'a customer', access: look, identity: person(), code: 'STAFF_ONLY' },
  { who: 'a teller', access: look, identity: staff('TELLER'), code: null },
  { who: 'a teller', access: serve, identity: staff('TELLER'), code: null },
  { who: 'a teller', access: manage, identity: staff('TELLER'), code: 'STAFF_ONLY' },
  { who: 'a manager', access: serve, identity: staff('MANAGER'), code: null },
  { who: 'a manager', access: manage, identity: staff('MANAGER'), code: null },
  { who: 'an auditor', access: look, identity: staff('AUDITOR'), code: null },
  { who: 'an auditor', access: serve, identity: staff('AUDITOR'), code: 'STAFF_ONLY' },
  {
    who: 'a manager elsewhere',
    access: manage,
    identity: staff('MANAGER'),
    guildId: '333333333333333333',
    code: 'STAFF_ONLY',
  },
  {
    who: 'a manager in a message',
    access: manage,
    identity: staff('MANAGER'),
    guildId: null,
    code: 'STAFF_ONLY',
  },
  {
    who: 'a logged-out manager',
    access: manage,
    identity: person({ staffRole: 'MANAGER', session: null }),
    code: 'SESSION_MISSING',
  },
];

describe('access', () => {
  test.each(rows)(
    '$access for $who: $code',
    ({ access, identity, guildId = staffGuildId, code }) => {
      expect(refusalOf(access, { identity, guildId, staffGuildId }, undone)?.code ?? null).toBe(
        code,
      );
    },
  );

  test('without a staff server nobody is staff anywhere', () => {
    const asker = { identity: staff('MANAGER'), guildId: null, staffGuildId: null };
    expect(refusalOf(manage, asker, undone)?.code).toBe('STAFF_ONLY');
  });

  test('lists only what one may use', () => {
    expect(mayUse('anyone', null)).toBe(true);
    expect(mayUse('customer', loggedOut)).toBe(false);
    expect(mayUse('customer', person())).toBe(true);
    expect(mayUse(serve, staff('AUDITOR'))).toBe(false);
    expect(mayUse(serve, staff('TELLER'))).toBe(true);
  });
});
