/** A customer's passkeys: added, listed and removed; and what a browser is asked for. */
import { createHash } from 'node:crypto';
import { minuteMs } from '../../../lib/durations.ts';
import { noteOwnAct } from '../../messages/index.ts';
import type * as m from '../../model/index.ts';
import { BankError } from '../../model/index.ts';
import { changeOwn, lockOwn, type OwnData } from '../details/own.ts';
import { assertProved, type Prove } from '../proofs/proof.ts';
import {
  deletePasskey,
  findPasskey,
  insertPasskey,
  isEnrolling,
  type PasskeyRow,
  passkeysOf,
  passkeysOfPerson,
} from '../store/passkeys.ts';
import { isLiveSession } from '../store/sessions.ts';
import { aboutPerson, challengeOf } from '../passkeys/challenge.ts';
import {
  algorithms,
  credentialHash,
  domainOf,
  type NewCredential,
  type PageAddress,
  readCredential,
} from '../passkeys/verify.ts';

export interface Passkey {
  readonly id: bigint;
  /** As the customer typed it. */
  readonly name: string;
  readonly createdAt: Date;
  readonly usedAt: Date | null;
}

/** Options of WebAuthn as JSON, for `PublicKeyCredential.parse…OptionsFromJSON`. */
export type BrowserOptions = Readonly<Record<string, unknown>>;

export interface PasskeysService {
  /** Whether the bank has a page of its own, without which there are no passkeys. */
  readonly isOffered: boolean;
  /** What a browser is asked for; null where the person has no passkey, or the bank no page. */
  ask(
    discordUserId: m.DiscordUserId,
    challenge: { readonly random: Buffer; readonly about: string },
  ): Promise<BrowserOptions | null>;
  /** The oldest first. Throws SESSION_EXPIRED. */
  list(session: m.Session): Promise<readonly Passkey[]>;
  /** What a browser makes a passkey of. Throws SESSION_EXPIRED, PASSKEYS_TOO_MANY. */
  offer(session: m.Session, random: Buffer): Promise<BrowserOptions>;
  /**
   * Takes a password or code as proof; none (null) for the first passkey within 15 minutes of the
   * registration that opened the session. Throws PASSKEY_WRONG, PASSKEYS_TOO_MANY, STEP_UP_NEEDED,
   * and as `AccessService.prove`.
   */
  add(
    session: m.Session,
    made: {
      readonly proof: string | null;
      readonly response: string;
      readonly random: Buffer;
      readonly name: string;
    },
  ): Promise<void>;
  /** Throws STEP_UP_NEEDED, SESSION_EXPIRED, PASSKEY_MISSING. */
  remove(session: m.Session, id: bigint, proof: { readonly isProved: boolean }): Promise<void>;
}

const passkeysMax = 10;
const browserWaitsMs = 5 * minuteMs;
/** Of the registration's link, and of the link that follows it. */
const enrolWithinMs = 15 * minuteMs;

const described = ({ credentialId, transports }: PasskeyRow) => ({
  id: credentialId.toString('base64url'),
  type: 'public-key',
  transports: transports === '' ? [] : transports.split(','),
});

/** Tells authenticators which passkeys are of one customer, and nothing about the customer. */
const handleOf = (id: m.CustomerId): string =>
  createHash('sha256').update(`passbook customer ${id}`).digest('base64url');

interface PasskeyTools {
  readonly own: OwnData;
  readonly prove: Prove;
  readonly bankName: string;
  readonly page: PageAddress | null;
}

const askedOptions = (
  page: PageAddress,
  rows: readonly PasskeyRow[],
  challenge: Buffer,
): BrowserOptions => ({
  challenge: challenge.toString('base64url'),
  rpId: domainOf(page),
  allowCredentials: rows.map(described),
  userVerification: 'required',
  timeout: browserWaitsMs,
});

const madeOptions = (
  { page, bankName }: { readonly page: PageAddress; readonly bankName: string },
  { customerId, discordUserId }: m.Session,
  given: { readonly rows: readonly PasskeyRow[]; readonly challenge: Buffer },
): BrowserOptions => {
  const user = `${bankName} · ${discordUserId.slice(-4)}`;
  return {
    challenge: given.challenge.toString('base64url'),
    rp: { id: domainOf(page), name: bankName },
    user: { id: handleOf(customerId), name: user, displayName: user },
    pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key', alg })),
    excludeCredentials: given.rows.map(described),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
    attestation: 'none',
    timeout: browserWaitsMs,
  };
};

const newChallenge = ({ discordUserId }: m.Session, random: Buffer): Buffer =>
  challengeOf(random, aboutPerson('new passkey', discordUserId));

function assertFewer(count: number): void {
  if (count >= passkeysMax) throw new BankError('PASSKEYS_TOO_MANY', { max: passkeysMax });
}

async function insert(
  own: OwnData,
  session: m.Session,
  made: {
    readonly credential: NewCredential;
    readonly name: string;
    readonly id: bigint;
    readonly isProved: boolean;
  },
): Promise<void> {
  await changeOwn(own, async (tx, auditId) => {
    const { customerId } = session;
    await lockOwn(tx, own, session);
    assertProved(made.isProved || (await isEnrolling(tx, session, enrolWithinMs)));
    const hash = credentialHash(made.credential.credentialId);
    if ((await findPasskey(tx, hash)) !== null) throw new BankError('PASSKEY_WRONG');
    assertFewer((await passkeysOf(tx, customerId)).length);
    const { id, name, credential } = made;
    await insertPasskey(tx, { id, customerId, name, ...credential, credentialHash: hash });
    const act = { auditId, action: 'PASSKEY_ADDED' as const, sessionId: session.id };
    await noteOwnAct(tx, own.notify, { ...session, ...act });
  });
}

export function createPasskeys({ own, prove, bankName, page }: PasskeyTools): PasskeysService {
  const { pool } = own;
  const assertLive = async (session: m.Session): Promise<void> => {
    if (!(await isLiveSession(pool, session, own.limits))) throw new BankError('SESSION_EXPIRED');
  };
  return {
    isOffered: page !== null,
    ask: async (discordUserId, { random, about }) => {
      const rows = page === null ? [] : await passkeysOfPerson(pool, discordUserId);
      if (page === null || rows.length === 0) return null;
      return askedOptions(page, rows, challengeOf(random, about));
    },
    list: async (session) => {
      await assertLive(session);
      const rows = await passkeysOf(pool, session.customerId);
      return rows.map(({ id, name, createdAt, usedAt }) => ({ id, name, createdAt, usedAt }));
    },
    offer: async (session, random) => {
      await assertLive(session);
      if (page === null) throw new BankError('PASSKEY_WRONG');
      const rows = await passkeysOf(pool, session.customerId);
      assertFewer(rows.length);
      const challenge = newChallenge(session, random);
      return madeOptions({ page, bankName }, session, { rows, challenge });
    },
    add: async (session, { proof, response, random, name }) => {
      const challenge = newChallenge(session, random);
      const credential = page === null ? null : await readCredential(page, { response, challenge });
      if (credential === null) throw new BankError('PASSKEY_WRONG');
      const id = own.nextId();
      if (proof !== null) await prove(session, proof);
      await insert(own, session, { credential, name, id, isProved: proof !== null });
    },
    remove: async (session, id, { isProved }) => {
      assertProved(isProved);
      await changeOwn(own, async (tx, auditId) => {
        await lockOwn(tx, own, session);
        const isGone = await deletePasskey(tx, id, session.customerId);
        if (!isGone) throw new BankError('PASSKEY_MISSING');
        const act = { auditId, action: 'PASSKEY_REMOVED' as const, sessionId: session.id };
        await noteOwnAct(tx, own.notify, { ...session, ...act });
      });
    },
  };
}
