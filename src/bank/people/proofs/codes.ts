/** Mailed codes: three a day for each purpose, valid for ten minutes and five tries, used once. */
import { timingSafeEqual } from 'node:crypto';
import type { Tx } from '../../../db/transaction.ts';
import { dayMs } from '../../../lib/durations.ts';
import { type Keys, mailedCodeHash, newMailedCode, recoveryCodeHash } from '../../keys/index.ts';
import { mailTo, type TellingTools } from '../../messages/index.ts';
import type * as m from '../../model/index.ts';
import { BankError } from '../../model/index.ts';
import * as store from '../store/codes.ts';
import { hasRecoveryCode, useRecoveryCode } from '../store/credentials.ts';

const perDayMax = 3;
const liveMs = 10 * 60_000;
export const triesMax = 5;

export interface Issue extends store.CodeOwner {
  /** Null when no customer matched; the request is still written and counted. */
  readonly match: { readonly customerId: m.CustomerId; readonly address: string } | null;
  /** Seals what the code confirms, for example a new address. */
  readonly seal?: (codeId: bigint) => Buffer;
}

export type Issued =
  { readonly ok: true; readonly id: bigint } | { readonly ok: false; readonly againInMs: number };

/** The person's row or counter must be locked, so that parallel requests are counted in turn. */
export async function issueCode(tx: Tx, notify: TellingTools, issue: Issue): Promise<Issued> {
  const { purpose, discordUserId, match } = issue;
  await store.deleteOldCodes(tx, discordUserId, 2 * dayMs);
  const { asked, oldestAgeMs } = await store.recentCodes(tx, issue, dayMs);
  if (asked >= perDayMax) return { ok: false, againInMs: dayMs - oldestAgeMs };
  const id = notify.nextId();
  const code = newMailedCode();
  const sent = match !== null && notify.canMail;
  await store.insertCode(tx, {
    id,
    purpose,
    discordUserId,
    customerId: match?.customerId ?? null,
    codeHash: sent ? mailedCodeHash(notify.keys, purpose, code) : null,
    sealed: issue.seal?.(id) ?? null,
    liveMs,
  });
  if (sent) {
    const { customerId, address } = match;
    const subject = { kind: 'CODE', codeId: id } as const;
    await mailTo(tx, notify, { customerId, subject, letter: { address, code } });
  }
  return { ok: true, id };
}

export const tooManyCodes = (againInMs: number): BankError =>
  new BankError('CODES_TOO_MANY', { max: perDayMax, waitMs: againInMs });

/** A right code, with the rows that `spend` marks as used. */
export interface RightCode {
  readonly row: store.CodeRow | null;
  readonly recoveryHash: Buffer | null;
}
export type Verdict =
  | { readonly kind: 'right'; readonly code: RightCode }
  | { readonly kind: 'wrong'; readonly triesLeft: number }
  /** No code was asked for, or it is used, expired or out of tries. */
  | { readonly kind: 'none' };

const isOpen = (row: store.CodeRow | null): row is store.CodeRow =>
  row !== null && !row.used && !row.expired && row.tries < triesMax;

async function fits(
  tx: Tx,
  keys: Keys,
  asked: { readonly purpose: m.CodePurpose; readonly row: store.CodeRow },
  code: m.ProofCode,
): Promise<RightCode | null> {
  const { purpose, row } = asked;
  if (row.customerId === null) return null;
  if (code.kind === 'recovery') {
    // Only the code that was sent to a new address confirms the address.
    if (purpose === 'EMAIL') return null;
    const hash = recoveryCodeHash(keys, code.text);
    const known = await hasRecoveryCode(tx, row.customerId, hash);
    return known ? { row, recoveryHash: hash } : null;
  }
  if (row.codeHash === null) return null;
  const right = timingSafeEqual(row.codeHash, mailedCodeHash(keys, purpose, code.text));
  return right ? { row, recoveryHash: null } : null;
}

/** Counts a wrong try; a right code stays valid until `spend`. */
export async function judgeCode(
  tx: Tx,
  keys: Keys,
  owner: store.CodeOwner,
  code: m.ProofCode,
): Promise<Verdict> {
  const row = await store.lockNewestCode(tx, owner);
  if (!isOpen(row)) return { kind: 'none' };
  const right = await fits(tx, keys, { purpose: owner.purpose, row }, code);
  if (right !== null) return { kind: 'right', code: right };
  await store.countTry(tx, row.id);
  return { kind: 'wrong', triesLeft: triesMax - row.tries - 1 };
}

/** Marks the code as used; false when it was used meanwhile. */
export async function spend(
  tx: Tx,
  customerId: m.CustomerId,
  { row, recoveryHash }: RightCode,
): Promise<boolean> {
  if (recoveryHash !== null && !(await useRecoveryCode(tx, customerId, recoveryHash))) return false;
  return row === null || store.useCode(tx, row.id);
}

/** The error for a code that is not right: CODE_EXPIRED or CODE_WRONG. */
export function refusalOf(
  purpose: m.CodePurpose,
  verdict: Exclude<Verdict, { kind: 'right' }>,
): BankError {
  if (verdict.kind === 'none') return new BankError('CODE_EXPIRED', { purpose });
  const { triesLeft } = verdict;
  const hint: m.CodeHint =
    triesLeft === 0 ? { kind: 'NEW_CODE', purpose } : { kind: 'TRIES_LEFT', triesLeft };
  return new BankError('CODE_WRONG', { hint });
}
