// The settings; written by the platform slice. Shape fixed here so that others can build on it.
export interface Config {
  readonly discord: {
    /** Null: start the sandbox. */
    readonly token: string | null;
    readonly apiUrl: string;
    readonly staffGuildId: string | null;
    readonly staffChannelId: string | null;
    readonly staffLogChannelId: string | null;
  };
  readonly database: { readonly url: string | null; readonly durability: 'strict' | 'relaxed' };
  readonly smtpUrl: string | null;
  readonly bank: {
    readonly name: string;
    readonly currency: { readonly code: string; readonly scale: number };
    readonly ownerIds: readonly string[];
    readonly deposits: 'open' | 'approval';
    /** Minor units. */
    readonly limitPerTransaction: bigint;
    readonly limitPerDay: bigint;
    readonly stepUpAbove: bigint;
    readonly fourEyesAbove: bigint;
    readonly minimumAge: number;
    readonly passwordLengthMin: number;
    /** Null: the one in the data folder. */
    readonly passwordPepper: string | null;
    readonly piiKey: string | null;
    readonly sessionIdleMs: number;
    readonly sessionAbsoluteMs: number;
  };
  readonly sandbox: { readonly port: number };
  /** `.local` unless PASSBOOK_DATA moves it. */
  readonly dataFolder: string;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}
