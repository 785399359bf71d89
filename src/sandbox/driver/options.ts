export interface PlaceOptions {
  /** A channel's name or id. Default: the last one used, else the first one. */
  readonly channel?: string;
  readonly dm?: boolean;
}
export interface ActOptions {
  /** Sends values even if a client would refuse to. */
  readonly unchecked?: boolean;
  readonly withinMs?: number;
}

const withinMsByDefault = 15_000;

/** What the wait is for, and how long. */
export const within = (what: string, more: Pick<ActOptions, 'withinMs'>) => ({
  what,
  withinMs: more.withinMs ?? withinMsByDefault,
});
