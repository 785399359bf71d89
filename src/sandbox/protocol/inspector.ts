/**
 * Traffic between the sandbox and the bot, as the inspector shows it. Part of `protocol.ts`.
 * Times are milliseconds since 1970 by the sandbox's clock.
 */
import type { Fault, ScriptProgress } from './faults.ts';
import type { Finding, InteractionView } from './interactions.ts';

/** JSON as text, indented. */
export interface InspectedBody {
  readonly text: string;
  /** False if only the beginning is included, because the body is too long. */
  readonly isWhole: boolean;
}

/** One request of the bot. */
export interface InspectedRequest {
  readonly id: string;
  readonly atMs: number;
  readonly method: string;
  /** The path after `/api/v10`, with `{token}` instead of an interaction's token. */
  readonly path: string;
  /** Null while it is being handled, or if the connection was cut. */
  readonly status: number | null;
  readonly tookMs: number | null;
  /** The fault that was injected into it. */
  readonly fault: Fault['kind'] | null;
  readonly findings: number;
}
export interface InspectedRequestDetail extends InspectedRequest {
  readonly sent: InspectedBody | null;
  readonly files: readonly { readonly name: string; readonly size: number }[];
  readonly answer: InspectedBody | null;
  readonly findingDetails: readonly Finding[];
}

export interface InspectedInteraction extends Pick<
  InteractionView,
  'id' | 'kind' | 'label' | 'state' | 'channelId'
> {
  readonly personId: string;
  readonly sentAtMs: number;
  /** Milliseconds until the bot's first answer; null if none came. */
  readonly answeredAfterMs: number | null;
  /** How many times the event was sent: 0 or 2 because of an injected fault. */
  readonly deliveries: number;
  readonly requests: number;
  readonly findings: number;
}
export interface InspectedInteractionDetail extends InspectedInteraction {
  readonly event: InspectedBody;
  /** Oldest first. */
  readonly requestDetails: readonly InspectedRequestDetail[];
  readonly findingDetails: readonly Finding[];
}

/** All lists are newest first. */
export interface InspectorOverview {
  readonly nowMs: number;
  readonly limits: { readonly firstAnswerMs: number; readonly tokenMs: number };
  readonly interactions: readonly InspectedInteraction[];
  /** Requests that belong to no interaction. */
  readonly requests: readonly InspectedRequest[];
  readonly findings: readonly Finding[];
  readonly faults: readonly ArmedFault[];
  /** The last fault script, unless it was stopped. */
  readonly script: ScriptProgress | null;
  readonly sessions: readonly {
    readonly shard: readonly [index: number, count: number];
    /** False for a disconnected session that can still be resumed. */
    readonly isConnected: boolean;
  }[];
}

/** A fault that waits to happen; `times` is how often it will still happen. */
export type ArmedFault = Fault & { readonly id: string };
