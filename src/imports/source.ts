/** What a reader finds in the file of another bot. */
import type { Decimal } from './decimal.ts';

export const sourceKinds = ['unbelievaboat', 'red', 'essentials', 'csv'] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** INFINITE: written as Infinity. MISSING: not in the file. UNREADABLE: no number. */
export type FoundAmount = Decimal | 'INFINITE' | 'MISSING' | 'UNREADABLE' | 'TOTAL_DIFFERS';

/** One balance in the file. */
export interface FoundBalance {
  /** Of the file, from 1. */
  readonly line: number;
  /** Its file in a folder; null: the file itself. */
  readonly file: string | null;
  /** The owner as the file names them, for the report. */
  readonly owner: string;
  /** Null: the file does not say, and no link does. */
  readonly discordUserId: string | null;
  readonly amount: FoundAmount;
  /** Null unless the whole row is refused. */
  readonly fault?: 'COLUMNS' | 'YAML' | null;
}

/** In `file` of balances that come from a list beside the file. */
export const membersFile = 'members';

export interface Found {
  readonly balances: readonly FoundBalance[];
  /** Of Red: what a member without a row has, as text; null: not of Red. */
  readonly defaultBalance: string | null;
  /** Of Red: the server whose balances were read; null: none, or all. */
  readonly guild: string | null;
}

/** Why a file is not read at all. */
export type FileFault =
  | { readonly code: 'NOT_JSON' | 'NOT_CSV'; readonly line: number }
  | { readonly code: 'SHAPE'; readonly line: number; readonly wanted: string }
  | { readonly code: 'GUILD_NEEDED' | 'GUILD_UNKNOWN'; readonly guilds: readonly string[] }
  | { readonly code: 'GUILD_UNUSED' }
  | { readonly code: 'HEADER'; readonly wanted: string }
  | { readonly code: 'LINKED_TWICE'; readonly line: number; readonly uuid: string }
  | { readonly code: 'TOO_MANY'; readonly rowsMax: number };

/** Nothing of the file was read. */
export class ImportFileError extends Error {
  override readonly name = 'ImportFileError';
  readonly fault: FileFault;

  constructor(fault: FileFault) {
    super(fault.code);
    this.fault = fault;
  }
}

export const refuseFile = (fault: FileFault): never => {
  throw new ImportFileError(fault);
};
