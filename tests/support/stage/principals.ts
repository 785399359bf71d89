/** The seventeen kinds of people who can use the bank, and their places. */
import { PermissionFlagsBits } from 'discord.js';
import type { Bank } from '../../../src/bank/bank.ts';
import type * as m from '../../../src/bank/model/index.ts';
import type { Pool } from '../../../src/db/pool.ts';
import {
  discordId,
  exactly,
  newRequestId,
  openPerson,
  password,
  place,
  type Person,
} from '../bank.ts';
import { openStaff, reason, type Staff } from '../staff.ts';

export const guilds = {
  customers: '111111111111111111',
  staff: '222222222222222222',
  foreign: '333333333333333333',
} as const;

export interface PrincipalPlace {
  /** Null: a direct message. */
  readonly guildId: string | null;
  /** Discord permissions there, which must give no rights at the bank. */
  readonly permissions: string;
  /** Reached through an install on the person's own account. */
  readonly byUser: boolean;
}

/** What the tests know about a person they created: never read from the code under test. */
export interface Principal {
  readonly name: string;
  readonly discordUserId: m.DiscordUserId;
  readonly isCustomer: boolean;
  /** Their own last session, even if it has ended; null for a visitor. */
  readonly session: m.Session | null;
  readonly isLoggedIn: boolean;
  readonly role: m.StaffRole | null;
  readonly isFrozen: boolean;
  /** Their session reads, and moves money only with a proof. */
  readonly mayOnlyRead: boolean;
  /** Such a session began in another place, where it does not even read. */
  readonly isElsewhere: boolean;
  /** Their Discord language; English (US) by default. */
  readonly locale?: string;
  readonly place: PrincipalPlace;
}

const everything = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n);
const administrator = `${PermissionFlagsBits.Administrator}`;

export const at = (guildId: string | null, permissions = '0', byUser = false): PrincipalPlace => ({
  guildId,
  permissions,
  byUser,
});

type Facts = Pick<Principal, 'name' | 'place'> & Partial<Principal>;

export const of = (person: Person, facts: Facts): Principal => ({
  discordUserId: person.discordUserId,
  session: person.session,
  isCustomer: true,
  isLoggedIn: true,
  role: null,
  isFrozen: false,
  mayOnlyRead: false,
  isElsewhere: false,
  ...facts,
});

interface Stage {
  readonly bank: Bank;
  readonly pool: Pool;
}

async function logIn(
  bank: Bank,
  { discordUserId, accountNumber }: Person,
  where: m.Place = place,
): Promise<m.Session> {
  return bank.sessions.login({ discordUserId, place: where, accountNumber, password });
}

/** A manager whose role two others have granted. */
async function openManager(bank: Bank, { mona, max }: Staff): Promise<Person> {
  const person = await openPerson(bank, 1_000n);
  const member = person.discordUserId;
  const asked = await bank.staff.grantRole(mona.session, { member, role: 'MANAGER', reason });
  if (asked.kind !== 'asked') throw new Error('a second person was not asked');
  await bank.approvals.decide(max.session, { id: asked.approval.id, verdict: 'APPROVED' });
  return person;
}

const setBack = 'UPDATE sessions SET created_at = created_at - INTERVAL 9 HOUR WHERE id = ?';

/** In a session whose time for moving money is over, and whose time for reading is not. */
async function letIdle(
  { bank, pool }: Stage,
  person: Person,
  guildId: string = place.guildId!,
): Promise<Person> {
  const session = await logIn(bank, person, { ...place, guildId });
  await pool.write(setBack, [session.id]);
  return { ...person, session };
}

/** A former staff member, still logged in, in the staff server. */
async function openRevoked(bank: Bank, staff: Staff): Promise<Person> {
  const person = await openManager(bank, staff);
  const member = person.discordUserId;
  await bank.staff.revokeRole(staff.mona.session, { member, reason });
  return person;
}

export interface Cast {
  readonly staff: Staff;
  readonly principals: readonly Principal[];
  /** A customer whom the others' requests are about. */
  readonly served: Person;
  /** A deposit of theirs, which can be reversed. */
  readonly transaction: m.RequestId;
  /** A role for them that waits for approval. */
  readonly approval: m.RequestId;
}

export async function openCast({ bank, pool }: Stage): Promise<Cast> {
  const staff = await openStaff(bank);
  const open = async () => openPerson(bank, 100_000n);
  const served = await open();
  const { session, discordUserId: member } = served;
  const transaction = newRequestId();
  await bank.payments.deposit(session, { requestId: transaction, wish: exactly(500n), memo: null });
  const grant = { member, role: 'TELLER', reason } as const;
  const asked = await bank.staff.grantRole(staff.mona.session, grant);
  if (asked.kind !== 'asked') throw new Error('a second person was not asked');
  const loggedOut = await open();
  await bank.sessions.logout(loggedOut.session);
  const frozen = await open();
  const { accountNumber } = frozen;
  await bank.counter.freeze(staff.teller.session, { accountNumber, reason });
  const frozenSession = await logIn(bank, frozen);
  const { teller, auditor, mona, max } = staff;
  const { customers, foreign } = guilds;
  const atStaff = at(guilds.staff);
  const visitor: Principal = {
    name: 'visitor',
    discordUserId: discordId(),
    isCustomer: false,
    session: null,
    isLoggedIn: false,
    role: null,
    isFrozen: false,
    mayOnlyRead: false,
    isElsewhere: false,
    place: at(customers),
  };
  const ended = { name: 'logged-out customer', place: at(customers), isLoggedIn: false };
  const held = { name: 'frozen customer', place: at(customers), isFrozen: true };
  const reading = { name: 'customer who may only read', mayOnlyRead: true };
  const principals: readonly Principal[] = [
    visitor,
    of(loggedOut, ended),
    of(await open(), { name: 'customer', place: at(customers) }),
    // A customer in the staff server: being there gives no rights.
    of(await open(), { name: 'other customer', place: at(guilds.staff, administrator) }),
    { ...of(frozen, held), session: frozenSession },
    of(await letIdle({ bank, pool }, await open()), { ...reading, place: at(customers) }),
    of(await letIdle({ bank, pool }, await open()), {
      ...reading,
      name: 'customer who may only read, elsewhere',
      isElsewhere: true,
      place: at(foreign),
    }),
    of(await letIdle({ bank, pool }, await openManager(bank, staff), guilds.staff), {
      ...reading,
      name: 'manager who may only read',
      role: 'MANAGER',
      place: atStaff,
    }),
    of(teller, { name: 'teller', place: atStaff, role: 'TELLER' }),
    of(mona, { name: 'manager', place: atStaff, role: 'MANAGER' }),
    of(auditor, { name: 'auditor', place: atStaff, role: 'AUDITOR' }),
    of(await openRevoked(bank, staff), { name: 'revoked staff', place: atStaff }),
    of(await open(), { name: 'owner of a foreign server', place: at(foreign, `${everything}`) }),
    of(await open(), {
      name: 'administrator of a foreign server',
      place: at(foreign, administrator),
    }),
    of(max, {
      name: 'staff in a foreign server',
      place: at(foreign, administrator),
      role: 'MANAGER',
    }),
    of(max, { name: 'staff in a direct message', place: at(null), role: 'MANAGER' }),
    of(max, { name: 'staff by an own install', place: at(null, '0', true), role: 'MANAGER' }),
  ];
  return { staff, principals, served, transaction, approval: asked.approval.id };
}
