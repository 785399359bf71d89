/** The states of an interaction, and rules the bot broke. Part of `protocol.ts`. */
export type InteractionState =
  | 'sent'
  /** Deferred with a new message: "is thinking…". */
  | 'thinking'
  /** Deferred without a new message, or still updating the message it came from. */
  | 'updating'
  | 'answered'
  | 'modal'
  /** No answer within the limit: "The application did not respond". */
  | 'failed';
export interface InteractionView {
  readonly id: string;
  readonly channelId: string;
  readonly kind: 'command' | 'component' | 'modal' | 'autocomplete';
  /** `/transfer`, or the label of the button pressed. */
  readonly label: string;
  readonly state: InteractionState;
  /** The component's message, or the answer once there is one. */
  readonly messageId: string | null;
  readonly customId: string | null;
}

/** A rule of Discord that the bot broke, and where. */
export interface Finding {
  readonly at: string;
  readonly route: string;
  readonly rule: string;
  readonly detail: string;
  /** The interaction or request it belongs to, for the inspector. */
  readonly interactionId?: string;
  readonly requestId?: string;
}
