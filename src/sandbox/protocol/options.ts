import type { Clock } from '../../lib/clock.ts';
import type { FaultStep, GuideCommand } from './protocol.ts';

/** The content of a new world. Once the folder has content, the folder counts. */
export interface WorldSeed {
  readonly application: { readonly name: string; readonly description: string };
  readonly people: readonly {
    /** Identifies the person in `servers` below. */
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
    /** True if people added later do not join this server automatically. */
    readonly isPrivate?: boolean;
  }[];
  /** One line for first-time visitors. */
  readonly hint: string;
  /** Steps for first-time visitors, shown instead of the line. */
  readonly guide?: GuideSeed;
}

/** A text by language; English where a language is missing. */
export interface Translated {
  readonly en: string;
  readonly [language: string]: string;
}

/** Steps that a page shows to newcomers and ticks off. Texts are in Discord's markup. */
export interface GuideSeed {
  readonly steps: readonly {
    readonly key: string;
    /** The key of the person who takes the step. */
    readonly person: string;
    /** A few words. */
    readonly title: Translated;
    /** What to do, and what to type. */
    readonly text: Translated;
    /** A command and the options to fill in for the person. */
    readonly type?: GuideCommand;
    /**
     * The bot answers a command, or a component or form whose custom id begins with one of these
     * words and a colon, with a container of this colour; or the person reads a direct message with
     * such a container.
     */
    readonly done:
      | { readonly answerTo: readonly string[]; readonly colour: number }
      | { readonly messageOf: number };
  }[];
  /** Shown when every step is done. */
  readonly end: Translated;
}

export interface SandboxOptions {
  readonly seed: WorldSeed;
  /** Where people, messages and mail are stored; null stores nothing. */
  readonly folder: string | null;
  /** 0 picks a free port. */
  readonly port: number;
  readonly clock?: Clock;
  /** A fault script to run from the start; an invalid one throws, naming step and field. */
  readonly faults?: readonly FaultStep[];
  /** How many shards `GET /gateway/bot` recommends; default 1. A bot may use any number. */
  readonly shards?: number;
  /** Milliseconds; by default 3 s and 15 min, as on Discord. */
  readonly deadlines?: { readonly firstAnswerMs?: number; readonly tokenMs?: number };
  /**
   * False skips all checks of the bot's bodies: an invalid one may get a 500. Permissions and time
   * limits are still checked.
   */
  readonly checks?: boolean;
  /**
   * Checks the sandbox's own answers too: one that Discord would never give becomes a 500 and a
   * finding. For the sandbox's own tests; default false.
   */
  readonly checksItself?: boolean;
  readonly page?: PageOptions;
}

export interface PageOptions {
  /** Seconds for which a browser may reuse the scripts and styles; 0, the default, none. */
  readonly maxAgeS?: number;
  /** The folder with `main.js` and the modules that it imports; by default that of the build. */
  readonly modules?: string;
}

export interface Sandbox {
  /** `http://127.0.0.1:PORT/` — the chat page. */
  readonly pageUrl: string;
  /** `http://127.0.0.1:PORT/api` — the API address for a bot. */
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
