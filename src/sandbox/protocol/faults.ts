/** Trouble on demand, as the control interface takes it. Part of `protocol.ts`. */

/** What may happen to the bot's requests. */
export interface RequestFault {
  readonly kind:
    /** The connection goes before anything is done, or after all is done. */
    | 'lose-request'
    | 'lose-answer'
    /** Done twice, as when something on the way repeats it; the second answer is the one sent. */
    | 'double-request'
    /** The request waits before it is looked at, or its answer before it is sent. */
    | 'delay-request'
    | 'delay-answer'
    | 'rate-limit'
    | 'server-error'
    /** 50027, as if the interaction were older than 15 min. */
    | 'expire-token';
  /** `POST /interactions/*`: method and path after `/api/v10`; any request unless told. */
  readonly route?: string;
  /** How many requests it meets; 1 unless told. */
  readonly times?: number;
  /** Milliseconds of a delay (4 s unless told) or of a rate limit (1 s unless told). */
  readonly delayMs?: number;
  /** For a rate limit on everything the bot does. */
  readonly global?: boolean;
  /** Of a server error; 502 unless told. */
  readonly status?: 500 | 502 | 503 | 504;
}
/** What may happen to the next interactions on their way to the bot. */
export interface EventFault {
  readonly kind: 'lose-event' | 'duplicate-event';
  readonly times?: number;
}
/** What may happen to the bot's gateway connections, at once. */
export interface GatewayFault {
  readonly kind:
    /** Opcode 7. */
    | 'reconnect'
    /** Opcode 9. */
    | 'invalid-session'
    | 'cut-sockets'
    /** Cuts them, and nobody can resume: missed events are lost. */
    | 'forget-sessions';
  readonly resumable?: boolean;
  /** A close code such as 4000; without one the connection just goes. */
  readonly code?: number;
}

/** What a person may do to the bot, at once. */
export interface PersonFault {
  /** The bot is refused with 50007 from now on, or no longer. */
  readonly kind: 'close-dms' | 'open-dms';
  /** Id, display name or username. */
  readonly person: string;
}

export type Fault = RequestFault | EventFault | GatewayFault | PersonFault;

/** One step of a script. It waits for what it names, or begins at once after the one before. */
export interface FaultStep {
  /**
   * The next interaction of this command (`transfer`, `staff freeze`) or custom id; `*` stands for
   * anything. The fault is armed before the bot hears of it.
   */
  readonly onInteraction?: string;
  /** So long after the step before, or after the interaction. */
  readonly afterMs?: number;
  readonly arm: Fault;
}
export interface ScriptProgress {
  readonly steps: readonly FaultStep[];
  /** How many of them are done. */
  readonly done: number;
}
