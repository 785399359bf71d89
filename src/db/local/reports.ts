/** What a private server reports, as data: `src/app` puts it into words. */

/** Why no server program could be fetched. */
export type FetchTrouble =
  | { readonly code: 'no-apt' }
  | { readonly code: 'no-package' }
  /** `detail` is the last line of the program that failed. */
  | { readonly code: 'failed'; readonly detail: string }
  /** It was fetched, and does not run on this machine. */
  | { readonly code: 'does-not-run' };

/** Why no server program could be chosen. */
export type NoProgram =
  /** None of the servers here can read the data. */
  | { readonly why: 'unreadable'; readonly writtenBy: string }
  | { readonly why: 'fetched-elsewhere' }
  | {
      readonly why: 'not-fetched';
      readonly writtenBy: string | null;
      readonly fetch: FetchTrouble;
    }
  /** The fetched one is older than the server that wrote the data. */
  | { readonly why: 'older'; readonly writtenBy: string };

export type LocalTrouble =
  | ({ readonly code: 'no-program' } & NoProgram)
  | { readonly code: 'folder-taken'; readonly folder: string }
  | { readonly code: 'folder-of-others'; readonly folder: string }
  | { readonly code: 'former-server'; readonly pid: number; readonly folder: string }
  | { readonly code: 'not-set-up'; readonly detail: string }
  /** `complaint` is the last error in the server's own log, where there is one. */
  | { readonly code: 'ended' | 'silent'; readonly complaint: string | null };

/** A private server cannot be found, set up or started. */
export class LocalServerError extends Error {
  override readonly name = 'LocalServerError';
  readonly trouble: LocalTrouble;

  constructor(trouble: LocalTrouble, options?: ErrorOptions) {
    super(JSON.stringify(trouble), options);
    this.trouble = trouble;
  }
}

/** What the person at the terminal may have to wait for. */
export type LocalStep =
  | { readonly code: 'fetching' }
  | { readonly code: 'setting-up'; readonly family: string; readonly version: string }
  | { readonly code: 'starting' }
  | { readonly code: 'former-server' };

export type ReportStep = (step: LocalStep) => void;
