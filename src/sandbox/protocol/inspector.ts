/**
 * What passes between the sandbox and the bot, as the inspector shows it. Part of `protocol.ts`.
 * Times are milliseconds since 1970 by the sandbox's clock.
 */
import type { Fault, ScriptProgress } from './faults.ts';
import type { Finding, InteractionView } from './interactions.ts';

/** JSON as text, indented. */
export interface InspectedBody {
  readonly text: string;
  /** False when only its beginning is here, because it is too long to show. */
  readonly isWhole: boolean;
}

/** One request of the bot. */
export interface InspectedRequest {
  readonly id: string;
  readonly atMs: number;
  readonly method: string;
  /** After `/api/v10`, with `{token}` in place of an interaction's. */
  readonly path: string;
  /** Null while it is under way, or when the connection was cut. */
  readonly status: number | null;
  readonly tookMs: number | null;
  /** The trouble on demand that befell it. */
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
  /** How long the bot took to its first answer; null when none came. */
  readonly answeredAfterMs: number | null;
  /** How often the event was sent: 0 when it was lost on demand, 2 when it was doubled. */
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

/** All lists newest first. */
export interface InspectorOverview {
  readonly nowMs: number;
  readonly limits: { readonly firstAnswerMs: number; readonly tokenMs: number };
  readonly interactions: readonly InspectedInteraction[];
  /** Requests that belong to no interaction. */
  readonly requests: readonly InspectedRequest[];
  readonly findings: readonly Finding[];
  readonly faults: readonly ArmedFault[];
  /** The script of faults that was played last, unless it was stopped. */
  readonly script: ScriptProgress | null;
  readonly sessions: readonly {
    readonly shard: readonly [index: number, count: number];
    /** False for one that went and may still resume. */
    readonly isConnected: boolean;
  }[];
}

/** A fault that waits for its moment; `times` says how often it will still happen. */
export type ArmedFault = Fault & { readonly id: string };
