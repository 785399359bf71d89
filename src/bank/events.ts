/** What the bank tells its operator beside answers: facts without personal data or secrets. */
export type BankEvent =
  /** A request id came again with other content: a defect in a client, or an attack. */
  | { readonly name: 'requestReused'; readonly requestId: bigint; readonly reference: string }
  /** Nobody knows yet whether it was booked; the same request, asked again, will tell. */
  | { readonly name: 'outcomeUnknown'; readonly requestId: bigint; readonly reference: string }
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
