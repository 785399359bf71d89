/** What the acts of staff share: who may, inside the transaction, and what every act writes. */
import type { Pool, Reader } from '../../db/pool.ts';
import { databaseNow } from '../../db/time.ts';
import type { Tx } from '../../db/transaction.ts';
import type { Clock } from '../../lib/clock.ts';
import { type AuditActionName, insertAudit } from '../audit/index.ts';
import { insertDeskMessages, type TellingTools, tellOwner } from '../messages/index.ts';
import type * as m from '../model/index.ts';
import { BankError, type SessionLimits } from '../model/index.ts';
import { countManagers, lockLiveSession, lockRole, lockRoles } from '../people/index.ts';
import { managersEnough, mayAsStaff, type StaffRight, type Standing } from './rights.ts';

/** What is known only when the bot has reached Discord. */
export interface DeskArrangement {
  /** Replaces the owners of the settings, when those name none. */
  readonly ownerIds: readonly string[];
  /** Somebody posts what waits for a decision. */
  readonly cards: boolean;
  /** Somebody posts a line for each movement and act of staff. */
  readonly log: boolean;
}

export interface Desk {
  arrange(arrangement: DeskArrangement): void;
  readonly cards: boolean;
  readonly log: boolean;
  isOwner(discordUserId: m.DiscordUserId): boolean;
}

export function createDesk(ownerIds: readonly string[]): Desk {
  let owners = new Set(ownerIds);
  let arranged = { cards: false, log: false };
  return {
    arrange: ({ ownerIds: found, cards, log }) => {
      if (ownerIds.length === 0) owners = new Set(found);
      arranged = { cards, log };
    },
    get cards() {
      return arranged.cards;
    },
    get log() {
      return arranged.log;
    },
    isOwner: (discordUserId) => owners.has(discordUserId),
  };
}

export interface StaffTools extends TellingTools {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly limits: SessionLimits;
  readonly desk: Desk;
  /** The country whose phone numbers need no country code; null: none. */
  readonly defaultRegion: string | null;
}

export const helpsAsOwner = async (
  reader: Reader,
  desk: Desk,
  discordUserId: m.DiscordUserId,
): Promise<boolean> =>
  desk.isOwner(discordUserId) && (await countManagers(reader)) < managersEnough;

/**
 * The session lives and its role allows it, until this transaction ends. An act that moves money
 * names the `parties` whose money it is: no other such act of any of them is judged at the same
 * time. Throws SESSION_EXPIRED and STAFF_RIGHT_MISSING.
 */
export async function admitStaff(
  tx: Tx,
  { desk, limits }: Pick<StaffTools, 'desk' | 'limits'>,
  session: m.Session,
  right: StaffRight,
  parties: readonly m.CustomerId[] = [],
): Promise<Standing> {
  if (!(await lockLiveSession(tx, session, limits))) throw new BankError('SESSION_EXPIRED');
  const { customerId } = session;
  const staffRole =
    parties.length === 0
      ? await lockRole(tx, customerId, 'shared')
      : (await lockRoles(tx, [customerId, ...parties])).get(customerId);
  const standing = {
    staffRole: staffRole ?? null,
    helpsAsOwner: await helpsAsOwner(tx, desk, session.discordUserId),
  };
  if (!mayAsStaff(standing, right)) throw new BankError('STAFF_RIGHT_MISSING');
  return standing;
}

export interface StaffAct {
  readonly auditId: bigint;
  /** Upper-case words, for example `ROLE_GRANTED`. */
  readonly action: AuditActionName;
  readonly session: m.Session;
  readonly target: m.CustomerId | null;
  /** Null where a customer acts. */
  readonly standing: Standing | null;
  readonly reason: string | null;
  /** Facts without personal data; `before` and `after` where there are such. */
  readonly details: Readonly<Record<string, string>>;
}

/** The audit row of an act, in its transaction, and its line for the staff log. */
export async function noteAct(tx: Tx, tools: StaffTools, act: StaffAct): Promise<void> {
  const { auditId, action, session, target, details, standing, reason } = act;
  await insertAudit(tx, {
    id: auditId,
    action,
    actor: session.discordUserId,
    target,
    sessionId: session.id,
    ...(standing === null ? {} : { role: standing.staffRole ?? 'OWNER' }),
    ...(reason === null || reason === '' ? {} : { reason }),
    details,
  });
  if (!tools.desk.log) return;
  const subject = { kind: 'STAFF_ACT', auditId } as const;
  const message = { id: tools.nextId(), customerId: session.customerId, subject };
  await insertDeskMessages(tx, 'LOG', [message], await databaseNow(tx));
}

/** Every customer whose money it is, in the transaction of an act that was booked. */
export async function tellParties(
  tx: Tx,
  tools: TellingTools,
  act: { readonly auditId: bigint; readonly parties: readonly m.CustomerId[] },
): Promise<void> {
  const subject = { kind: 'MOVED_BY_STAFF', auditId: act.auditId } as const;
  for (const customerId of new Set(act.parties)) {
    await tellOwner(tx, tools, { customerId, subject });
  }
}
