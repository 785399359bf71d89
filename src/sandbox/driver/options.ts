export interface PlaceOptions {
  /** A channel's name or id; the last one used unless told, else the first there is. */
  readonly channel?: string;
  readonly dm?: boolean;
}
export interface ActOptions {
  /** Sends what a client would refuse to send. */
  readonly unchecked?: boolean;
  readonly withinMs?: number;
}

const withinMsByDefault = 15_000;

/** What is waited for, and how long. */
export const within = (what: string, more: Pick<ActOptions, 'withinMs'>) => ({
  what,
  withinMs: more.withinMs ?? withinMsByDefault,
});
