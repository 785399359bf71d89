/** Staff members on the test database, appointed as by the owner. */
import type { Bank } from '../../src/bank/bank.ts';
import type { BankError } from '../../src/bank/model/base/errors.ts';
import type * as m from '../../src/bank/model/index.ts';
import { openPerson, type Person } from './bank.ts';

export const reason = 'by the book';

export interface Staff {
  /** Two managers, who can approve each other's requests. */
  readonly mona: Person;
  readonly max: Person;
  readonly teller: Person;
  readonly auditor: Person;
}

/** The owner appoints two managers; they appoint the others, one requesting and one approving. */
export async function openStaff(bank: Bank): Promise<Staff> {
  const [mona, max, teller, auditor] = [
    await openPerson(bank),
    await openPerson(bank),
    await openPerson(bank),
    await openPerson(bank),
  ];
  bank.staff.arrange({ ownerIds: [mona.discordUserId], cards: true, log: true });
  const grant = async (person: Person, role: m.StaffRole) =>
    bank.staff.grantRole(mona.session, { member: person.discordUserId, role, reason });
  await grant(mona, 'MANAGER');
  await grant(max, 'MANAGER');
  for (const [person, role] of [
    [teller, 'TELLER'],
    [auditor, 'AUDITOR'],
  ] as const) {
    const asked = await grant(person, role);
    if (asked.kind !== 'asked') throw new Error('a second person was not asked');
    await bank.approvals.decide(max.session, { id: asked.approval.id, verdict: 'APPROVED' });
  }
  return { mona, max, teller, auditor };
}

/** The code of a promise's refusal; null if it was not refused. */
export async function refusal(work: Promise<unknown>): Promise<string | null> {
  return work.then(
    () => null,
    (error: unknown) => (error as BankError).code,
  );
}
