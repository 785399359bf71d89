import type { Clock } from '../../lib/clock.ts';
import type { FaultStep } from './protocol.ts';

/** What a world begins with when its folder is empty; afterwards the folder is the truth. */
export interface WorldSeed {
  readonly application: { readonly name: string; readonly description: string };
  readonly people: readonly {
    /** Names the person in `servers` below. */
    readonly key: string;
    readonly displayName: string;
    readonly ownsApplication?: boolean;
  }[];
  readonly servers: readonly {
    readonly key: string;
    readonly name: string;
    readonly owner: string;
    readonly members: readonly string[];
    readonly channels: readonly {
      readonly key: string;
      readonly name: string;
      readonly topic: string;
    }[];
    /** False for a server the bot has not been invited to yet. */
    readonly hasBot?: boolean;
    /** True for a server that people added later do not join by themselves. */
    readonly isPrivate?: boolean;
  }[];
  /** One line for a first-time visitor. */
  readonly hint: string;
}

export interface SandboxOptions {
  readonly seed: WorldSeed;
  /** Where people, messages and mail are kept; null keeps nothing. */
  readonly folder: string | null;
  /** 0 picks a free port. */
  readonly port: number;
  readonly clock?: Clock;
  /** A script of faults that plays from the start; a wrong one throws, naming step and field. */
  readonly faults?: readonly FaultStep[];
  /** How many shards `GET /gateway/bot` recommends; 1 unless told. A bot may take any number. */
  readonly shards?: number;
  /** Milliseconds; Discord's 3 s and 15 min unless told. */
  readonly deadlines?: { readonly firstAnswerMs?: number; readonly tokenMs?: number };
  /**
   * False takes the bot's bodies unread: no schema and no rule between fields is asked, and a body
   * of the wrong shape gets a 500. Who may do what, and when, is judged all the same.
   */
  readonly checks?: boolean;
  /**
   * Judges its own answers too: one that Discord would never give becomes a 500 and a finding. For
   * the sandbox's own tests; false unless told.
   */
  readonly checksItself?: boolean;
  /** Seconds for which a browser may reuse the page's scripts and styles; 0, the default, none. */
  readonly pageMaxAgeS?: number;
}

export interface Sandbox {
  /** `http://127.0.0.1:PORT/` — the chat page. */
  readonly pageUrl: string;
  /** `http://127.0.0.1:PORT/api` — what a bot takes for Discord. */
  readonly apiUrl: string;
  /** `smtp://127.0.0.1:PORT` */
  readonly smtpUrl: string;
  readonly botToken: string;
  readonly applicationId: string;
  /** Ids by the keys of the seed. */
  readonly people: Readonly<Record<string, string>>;
  readonly servers: Readonly<Record<string, string>>;
  readonly channels: Readonly<Record<string, string>>;
  close(): Promise<void>;
}
