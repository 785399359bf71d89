/** What a private server reports, as data. `src/app` turns it into sentences. */
import { OwnError } from '../../lib/own-error.ts';

/** Why no server program could be fetched. */
export type FetchTrouble =
  | { readonly code: 'no-apt' }
  | { readonly code: 'no-package' }
  /** `detail` is the last line of the program that failed. */
  | { readonly code: 'failed'; readonly detail: string }
  /** The program was fetched but does not run on this machine. */
  | { readonly code: 'does-not-run' };

/** Why no server program could be chosen. */
export type NoProgram =
  /** No server program on this machine can read the data. */
  | { readonly why: 'unreadable'; readonly writtenBy: string }
  | { readonly why: 'fetched-elsewhere' }
  | {
      readonly why: 'not-fetched';
      readonly writtenBy: string | null;
      readonly fetch: FetchTrouble;
    }
  /** The fetched server is older than the one that wrote the data. */
  | { readonly why: 'older'; readonly writtenBy: string };

export type LocalTrouble =
  | ({ readonly code: 'no-program' } & NoProgram)
  | { readonly code: 'folder-taken'; readonly folder: string }
  | { readonly code: 'folder-of-others'; readonly folder: string }
  | { readonly code: 'former-server'; readonly pid: number; readonly folder: string }
  | { readonly code: 'not-set-up'; readonly detail: string }
  /** `complaint` is the last error in the server's own log, or null. */
  | { readonly code: 'ended' | 'silent'; readonly complaint: string | null };

/** A private server could not be found, set up or started. */
export class LocalServerError extends OwnError {
  override readonly name = 'LocalServerError';
  readonly trouble: LocalTrouble;

  constructor(trouble: LocalTrouble, options?: ErrorOptions) {
    super(JSON.stringify(trouble), options);
    this.trouble = trouble;
  }
}

/** A slow step, reported so that the terminal can say what is happening. */
export type LocalStep =
  | { readonly code: 'fetching' }
  | { readonly code: 'setting-up'; readonly family: string; readonly version: string }
  | { readonly code: 'starting' }
  | { readonly code: 'former-server' };

export type ReportStep = (step: LocalStep) => void;
