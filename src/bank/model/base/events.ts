/** What the bank does by itself, beside its answers. */
export type BackgroundWork =
  'chain' | 'check-books' | 'jobs' | 'look-for-halts' | 'record-halt' | 'throttle';

/** What the bank tells its operator beside answers: facts without personal data or secrets. */
export type BankEvent =
  /** A request id came again with other content: a defect in a client, or an attack. */
  | { readonly name: 'requestReused'; readonly requestId: bigint; readonly reference: string }
  /** Nobody knows yet whether it was booked; the same request, asked again, will tell. */
  | { readonly name: 'outcomeUnknown'; readonly requestId: bigint; readonly reference: string }
  /** The database refused what a payment would write; nothing moved. A defect to be mended. */
  | { readonly name: 'bookingRefused'; readonly reference: string; readonly error: unknown }
  /** Confirmed, run again as often as it may be, and without an outcome: staff decide. */
  | { readonly name: 'stuck'; readonly reference: string }
  /** A job failed so many times in a row, and will be run again. */
  | {
      readonly name: 'jobFailed';
      readonly kind: string;
      readonly attempts: number;
      readonly error: unknown;
    }
  /** A job has failed as often as its kind may: staff decide. */
  | { readonly name: 'jobStuck'; readonly kind: string; readonly reference: string }
  /** Something sealed cannot be opened: damaged, or sealed with another key. */
  | { readonly name: 'unreadable'; readonly what: 'conversation' | 'message'; readonly id: bigint }
  /** Messages or jobs of a kind that this process does not know wait for a newer one. */
  | { readonly name: 'kindUnknown'; readonly kind: string }
  /** Work in the background failed so many times in a row, and goes on trying. */
  | {
      readonly name: 'backgroundFailed';
      readonly work: BackgroundWork;
      readonly times: number;
      readonly error: unknown;
    }
  | { readonly name: 'noticeGivenUp'; readonly kind: string; readonly reason: string }
  /** One request spoilt a batch; its neighbours are booked without it. */
  | { readonly name: 'batchSplit'; readonly requests: number }
  /** The books are wrong: no money moves until they have been found right again. */
  | { readonly name: 'halted'; readonly invariant: string }
  | { readonly name: 'resumed' }
  /** How far the chain reaches, signed: to be kept where the database's owner cannot reach. */
  | {
      readonly name: 'chainHead';
      readonly link: bigint;
      readonly hash: string;
      readonly signature: string;
    }
  /** A password was made with a pepper that this process does not have. */
  | { readonly name: 'pepperMissing'; readonly pepperId: string };

export type ReportEvent = (event: BankEvent) => void;
