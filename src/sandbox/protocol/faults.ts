/** Fault injection in the control interface. Part of `protocol.ts`. */

/** Faults in the bot's requests. */
export interface RequestFault {
  readonly kind:
    /** The connection is cut before the request is handled, or after. */
    | 'lose-request'
    | 'lose-answer'
    /** Handled twice, as when a proxy repeats it; the second answer is sent. */
    | 'double-request'
    /** The request is delayed before it is handled, or its answer before it is sent. */
    | 'delay-request'
    | 'delay-answer'
    | 'rate-limit'
    | 'server-error'
    /** 50027, as if the interaction were older than 15 min. */
    | 'expire-token';
  /** `POST /interactions/*`: method and path after `/api/v10`; default: any request. */
  readonly route?: string;
  /** How many requests it affects; default 1. */
  readonly times?: number;
  /** Milliseconds of a delay (default 4 s) or of a rate limit (default 1 s). */
  readonly delayMs?: number;
  /** Whether a rate limit is global. */
  readonly global?: boolean;
  /** Status of a server error; default 502. */
  readonly status?: 500 | 502 | 503 | 504;
}
/** Faults in the next interactions sent to the bot. */
export interface EventFault {
  readonly kind: 'lose-event' | 'duplicate-event';
  readonly times?: number;
}
/** Faults in the bot's gateway connections; they happen at once. */
export interface GatewayFault {
  readonly kind:
    /** Opcode 7. */
    | 'reconnect'
    /** Opcode 9. */
    | 'invalid-session'
    | 'cut-sockets'
    /** Cuts the connections and ends the sessions: missed events are lost. */
    | 'forget-sessions';
  readonly resumable?: boolean;
  /** A close code such as 4000; without one the connection is cut without a close frame. */
  readonly code?: number;
}

/** Changes a person's settings at once. */
export interface PersonFault {
  /** From now on direct messages to the person are refused with 50007, or accepted again. */
  readonly kind: 'close-dms' | 'open-dms';
  /** Id, display name or username. */
  readonly person: string;
}

/** Switches the privileged intent GUILD_MEMBERS of the bot's application, at once. */
export interface IntentFault {
  /**
   * As *Server Members Intent* in Discord's Developer Portal. While it is off, a list of members is
   * refused with 50001, and a bot that identifies with the intent with 4014.
   */
  readonly kind: 'members-intent-off' | 'members-intent-on';
}

export type Fault = RequestFault | EventFault | GatewayFault | PersonFault | IntentFault;

/** One step of a script. Waits for its trigger, or begins right after the previous step. */
export interface FaultStep {
  /**
   * The next interaction of this command (`transfer`, `staff freeze`) or custom id; `*` matches
   * anything. The fault is armed before the interaction is sent to the bot.
   */
  readonly onInteraction?: string;
  /** Milliseconds to wait after the previous step, or after the interaction. */
  readonly afterMs?: number;
  readonly arm: Fault;
}
export interface ScriptProgress {
  readonly steps: readonly FaultStep[];
  /** How many steps are done. */
  readonly done: number;
}
