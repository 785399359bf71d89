/**
 * The life of an interaction: sent to the bot, answered once within 3 s, then editable through its
 * token for 15 min. https://docs.discord.com/developers/interactions/receiving-and-responding
 */
import { randomUUID } from 'node:crypto';
import type {
  APIAuthorizingIntegrationOwnersMap,
  ApplicationCommandOptionType,
  InteractionType,
} from 'discord-api-types/v10';
import type { Clock } from '../../lib/clock.ts';
import type { Findings } from './findings.ts';
import type { InteractionState, InteractionView } from '../protocol/protocol.ts';
import { createdAtMs, isSnowflake } from '../world/snowflakes.ts';

/** What caused an interaction; for a form, also what opened it. */
export interface Trigger {
  readonly id: string;
  readonly type: InteractionType;
  readonly messageId: string | null;
  readonly opener: Trigger | null;
  readonly target: { readonly userId?: string; readonly messageId?: string };
}

export interface NewInteraction {
  readonly id: string;
  readonly kind: InteractionView['kind'];
  readonly personId: string;
  readonly channelId: string;
  readonly serverId: string | null;
  readonly label: string;
  readonly usedCommand: string | null;
  readonly customId: string | null;
  readonly trigger: Trigger;
  /** Whose installation of the app it was made through. */
  readonly owners: APIAuthorizingIntegrationOwnersMap;
}

export interface Interaction extends NewInteraction {
  readonly token: string;
  /** Whether its first answer came or can no longer come. */
  phase: 'pending' | 'acknowledged' | 'late';
  state: InteractionState;
  /** The `@original` message: the answer, or the component's message. */
  originalId: string | null;
  /** The message that shows the answer, once there is one. */
  answerId: string | null;
  /** Number of new messages after the first answer. */
  followUps: number;
  /** Every message that this token may change. */
  readonly messageIds: string[];
  /** Receives the choices of an autocomplete, or null when none can come any more. */
  onChoices: ((choices: unknown) => void) | null;
  /** The type of option that is autocompleted. */
  focusedType: ApplicationCommandOptionType | null;
  deadline: NodeJS.Timeout | null;
  /** When the first answer came. */
  answeredAtMs: number | null;
}

export interface Deadlines {
  readonly firstAnswerMs: number;
  readonly tokenMs: number;
}

/** How many interactions are kept; the oldest are dropped first. */
const interactionsMax = 20_000;
/** Dropped in batches: a map that keeps losing its first entry is slow to find the next. */
const forgottenAtOnce = 2_000;
const sweepMaxMs = 30_000;

export class Interactions {
  readonly #byId = new Map<string, Interaction>();
  readonly #byToken = new Map<string, Interaction>();
  readonly #options: {
    readonly clock: Clock;
    readonly deadlines: Deadlines;
    readonly findings: Findings;
    readonly onView: (personId: string, view: InteractionView) => void;
  };

  readonly #sweeper: NodeJS.Timeout;

  constructor(options: {
    readonly clock: Clock;
    readonly deadlines: Deadlines;
    readonly findings: Findings;
    readonly onView: (personId: string, view: InteractionView) => void;
  }) {
    this.#options = options;
    const everyMs = Math.min(options.deadlines.tokenMs, sweepMaxMs);
    this.#sweeper = setInterval(() => this.#forgetOld(), everyMs).unref();
  }

  /** Starts the time limit for the first answer. */
  open(fields: NewInteraction): Interaction {
    const interaction: Interaction = {
      ...fields,
      // As on Discord, the token contains the id, so the age of an old token is known.
      token: Buffer.from(`interaction:${fields.id}:${randomUUID()}`).toString('base64url'),
      phase: 'pending',
      state: 'sent',
      originalId: null,
      answerId: null,
      followUps: 0,
      messageIds: [],
      onChoices: null,
      focusedType: null,
      deadline: null,
      answeredAtMs: null,
    };
    const { firstAnswerMs } = this.#options.deadlines;
    interaction.deadline = setTimeout(() => this.#miss(interaction), firstAnswerMs).unref();
    this.#byId.set(interaction.id, interaction);
    this.#byToken.set(interaction.token, interaction);
    if (this.#byId.size > interactionsMax + forgottenAtOnce) this.#forgetOld();
    this.#tell(interaction);
    return interaction;
  }

  get(id: string): Interaction | undefined {
    return this.#byId.get(id);
  }

  byToken(token: string): Interaction | undefined {
    return this.#byToken.get(token);
  }

  /** Also true for tokens that were dropped because of their age. */
  isExpired(token: string): boolean {
    const id = this.#byToken.get(token)?.id ?? idIn(token);
    if (id === null) return false;
    return this.#options.clock.now() - createdAtMs(id) >= this.#options.deadlines.tokenMs;
  }

  acknowledge(interaction: Interaction): void {
    interaction.phase = 'acknowledged';
    interaction.answeredAtMs = this.#options.clock.now();
    if (interaction.deadline) clearTimeout(interaction.deadline);
    interaction.deadline = null;
  }

  setState(interaction: Interaction, state: InteractionState): void {
    interaction.state = state;
    this.#tell(interaction);
  }

  /** No answer came within the limit: the token becomes invalid, and the client shows it. */
  #miss(interaction: Interaction): void {
    if (interaction.phase !== 'pending') return;
    interaction.phase = 'late';
    interaction.deadline = null;
    this.#options.findings.add({
      route: 'POST /interactions/{id}/{token}/callback',
      rule: `answer within ${this.#options.deadlines.firstAnswerMs} ms`,
      detail: `${interaction.kind} ${interaction.label} was not answered`,
      interactionId: interaction.id,
    });
    this.setState(interaction, 'failed');
    interaction.onChoices?.(null);
  }

  #forgetOld(): void {
    for (const interaction of this.#byId.values()) {
      const crowded = this.#byId.size > interactionsMax;
      if (!crowded && !this.isExpired(interaction.token)) return;
      if (interaction.deadline) clearTimeout(interaction.deadline);
      this.#byId.delete(interaction.id);
      this.#byToken.delete(interaction.token);
      if (interaction.phase === 'pending') interaction.onChoices?.(null);
      if (interaction.state === 'thinking') this.#giveUp(interaction);
    }
  }

  /** A deferred answer with an expired token can no longer come. */
  #giveUp(interaction: Interaction): void {
    this.#options.findings.add({
      route: 'PATCH /webhooks/{id}/{token}/messages/@original',
      rule: 'a deferred answer must be sent before its token expires',
      detail: `${interaction.kind} ${interaction.label} was deferred and never answered`,
      interactionId: interaction.id,
    });
    this.setState(interaction, 'failed');
  }

  #tell(interaction: Interaction): void {
    this.#options.onView(interaction.personId, viewOf(interaction));
  }

  close(): void {
    clearInterval(this.#sweeper);
    for (const { deadline } of this.#byId.values()) if (deadline) clearTimeout(deadline);
  }
}

/** Null for anything but a token. */
function idIn(token: string): string | null {
  const [kind, id] = Buffer.from(token, 'base64url').toString('utf8').split(':');
  return kind === 'interaction' && id !== undefined && isSnowflake(id) ? id : null;
}

export const viewOf = (interaction: Interaction): InteractionView => ({
  id: interaction.id,
  channelId: interaction.channelId,
  kind: interaction.kind,
  label: interaction.label,
  state: interaction.state,
  messageId: interaction.answerId ?? interaction.trigger.messageId,
  customId: interaction.customId,
});
