/** Work that runs in the background. */
export type BackgroundWork =
  'check-books' | 'log' | 'jobs' | 'look-for-halts' | 'record-halt' | 'throttle';

/** Events for the operator, without personal data or secrets. */
export type BankEvent =
  /** A request id arrived again with other content: a defect in a client, or an attack. */
  | { readonly name: 'requestReused'; readonly requestId: bigint; readonly reference: string }
  /** It is unknown whether it was booked; the same request, sent again, finds out. */
  | { readonly name: 'outcomeUnknown'; readonly requestId: bigint; readonly reference: string }
  /** The database refused a booking; nothing moved. A defect. */
  | { readonly name: 'bookingRefused'; readonly reference: string; readonly error: unknown }
  /** A confirmed action has no outcome after the last retry: staff decide. */
  | { readonly name: 'stuck'; readonly reference: string }
  /** A job failed so many times in a row; it will be run again. */
  | {
      readonly name: 'jobFailed';
      readonly kind: string;
      readonly attempts: number;
      readonly error: unknown;
    }
  /** A job has failed as often as its kind may: staff decide. */
  | { readonly name: 'jobStuck'; readonly kind: string; readonly reference: string }
  /** Sealed data cannot be opened: damaged, or sealed with another key. */
  | {
      readonly name: 'unreadable';
      readonly what: 'conversation' | 'customer' | 'message';
      readonly id: bigint;
    }
  /** Messages or jobs of a kind that this version does not know wait for a newer process. */
  | { readonly name: 'kindUnknown'; readonly kind: string }
  /** Background work failed `times` times in a row; it is retried. */
  | {
      readonly name: 'backgroundFailed';
      readonly work: BackgroundWork;
      readonly times: number;
      readonly error: unknown;
    }
  | { readonly name: 'noticeGivenUp'; readonly kind: string; readonly reason: string }
  /** One request made a batch fail; the other requests are booked without it. */
  | { readonly name: 'batchSplit'; readonly requests: number }
  /** The books are wrong: no money moves until a check finds them right. */
  | { readonly name: 'halted'; readonly invariant: string }
  | { readonly name: 'resumed' }
  /** There may be a new checkpoint, to be stored out of reach of the database's owner. */
  | { readonly name: 'logGrown' }
  /** A password was made with a pepper that this process does not have. */
  | { readonly name: 'pepperMissing'; readonly pepperId: string };

export type ReportEvent = (event: BankEvent) => void;
