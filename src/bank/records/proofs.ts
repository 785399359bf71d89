/** Proofs out of the log for customers. */
import type { Pool } from '../../db/pool.ts';
import { balanceProofText, readCheckpoint, readNote } from '../../records/index.ts';
import { accountsOfSession } from '../accounts/index.ts';
import { latestCheckpoint, newestCosignedNote, proofOf } from '../audit/index.ts';
import * as m from '../model/index.ts';
import type { SessionLimits } from '../model/index.ts';
import { createLiabilities } from './liabilities.ts';

export type PaymentProof =
  | {
      readonly kind: 'proved';
      /** A file of the form `docs/log.md` names. */
      readonly file: string;
      /** How many witnesses signed its checkpoint. */
      readonly witnesses: number;
    }
  /** Booked, but no checkpoint covers it yet: within a minute one will. */
  | { readonly kind: 'soon' };

export interface ProvedAccount {
  readonly accountNumber: m.AccountNumber;
  /** Null where the account is too new, or no checkpoint has the total yet. */
  readonly file: string | null;
}

export interface ProofsService {
  /**
   * That a payment of one's own was booked. The proof has its amount, accounts and time, and
   * neither memo nor balance. Throws SESSION_EXPIRED, and TRANSACTION_UNKNOWN also where others
   * paid.
   */
  payment(session: m.Session, id: m.RequestId): Promise<PaymentProof>;
  /** That each balance of the last night is in the published total. Throws SESSION_EXPIRED. */
  balance(session: m.Session): Promise<readonly ProvedAccount[]>;
}

/** The newest checkpoint with the line, signed by witnesses if there is one. */
async function checkpointWith(pool: Pool, line: string): Promise<string | null> {
  const notes = [await newestCosignedNote(pool), (await latestCheckpoint(pool))?.note ?? null];
  const has = (note: string) => readCheckpoint(readNote(note).text).extensions.includes(line);
  return notes.find((note) => note !== null && has(note)) ?? null;
}

export function createProofs(pool: Pool, limits: SessionLimits): ProofsService {
  const pathsOf = createLiabilities(pool);
  const accountsOf = async (session: m.Session) => {
    const accounts = await accountsOfSession(pool, session, limits);
    if (accounts.length === 0) throw new m.BankError('SESSION_EXPIRED');
    return accounts;
  };
  return {
    balance: async (session) => {
      const proved: ProvedAccount[] = [];
      for (const { accountNumber } of await accountsOf(session)) {
        const paths = await pathsOf(accountNumber);
        const checkpoint = paths && (await checkpointWith(pool, paths.line));
        const file = paths && checkpoint && balanceProofText({ ...paths, checkpoint });
        proved.push({ accountNumber, file });
      }
      return proved;
    },
    payment: async (session, id) => {
      const accounts = await accountsOf(session);
      const found = await proofOf(pool, 'TRANSACTION', id);
      const own = new Set<bigint>(accounts.map((account) => account.id));
      if (found.kind === 'unknown' || !found.accountIds.some((one) => own.has(one))) {
        throw new m.BankError('TRANSACTION_UNKNOWN');
      }
      if (found.kind === 'soon') return { kind: 'soon' };
      // The bank's own signature is one of them.
      const witnesses = readNote(found.proof.checkpoint).signatures.length - 1;
      return { kind: 'proved', file: found.text, witnesses };
    },
  };
}
