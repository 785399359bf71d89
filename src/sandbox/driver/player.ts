/** A person of the sandbox as a test plays them: act, then wait for what the bot answers. */
import { ComponentType } from 'discord-api-types/v10';
import type * as p from '../protocol.ts';
import { answerOf, type Answer } from './answer.ts';
import type { Control } from './control.ts';
import type { Feed } from './feed.ts';
import type { ActOptions, PlaceOptions } from './options.ts';
import { isReady } from './ready.ts';
import { controlsOf, findControl, textOf } from './text.ts';

export type PlayerOption = p.OptionValue | Player;

const withinMsByDefault = 15_000;

export class Player {
  readonly person: p.Person;
  readonly #control: Control;
  readonly #feed: Feed;
  #channelId: string | null = null;
  #messageId: string | null = null;

  constructor(deps: { readonly person: p.Person; readonly control: Control; readonly feed: Feed }) {
    this.person = deps.person;
    this.#control = deps.control;
    this.#feed = deps.feed;
  }

  get id(): string {
    return this.person.id;
  }
  get email(): string {
    return this.person.email;
  }
  /** What their client shows now. */
  get view(): p.View {
    if (!this.#feed.view) throw new Error('Defect: a player without a view');
    return this.#feed.view;
  }
  get modal(): p.OpenModal | null {
    return this.#feed.modal;
  }
  /** The last message that answered them, as it stands now; null when it was deleted. */
  get message(): p.ChatMessage | null {
    return this.#feed.messages.get(this.#messageId ?? '') ?? null;
  }

  /**
   * `/transfer` or `transfer`, subcommands after spaces; a context-menu command with its target.
   */
  async run(
    command: string,
    options: Readonly<Record<string, PlayerOption>> = {},
    more: PlaceOptions & ActOptions & { readonly target?: string | Player } = {},
  ): Promise<Answer> {
    const name = command.replace(/^\//, '');
    const channelId = this.#goTo(more);
    const target = more.target instanceof Player ? more.target.id : more.target;
    await this.#feed.until(() => isReady(this.view, { name, channelId }) || undefined, {
      what: `the command ${name}`,
      withinMs: more.withinMs ?? withinMsByDefault,
    });
    const values = Object.entries(options).map(([key, value]): [string, p.OptionValue] => [
      key,
      value instanceof Player ? value.id : value,
    ]);
    const started = await this.#control.run(this.id, {
      channelId,
      command: name,
      options: Object.fromEntries(values),
      ...(target !== undefined && { targetId: target }),
      unchecked: more.unchecked ?? false,
    });
    return this.#answerTo(started, more);
  }

  /** Submits the open form; fields that are not named keep what they were pre-filled with. */
  async fill(
    fields: Readonly<Record<string, p.FieldValue>> = {},
    more: ActOptions = {},
  ): Promise<Answer> {
    const { modal } = this;
    if (!modal) throw new Error(`${this.person.displayName} has no form open`);
    const { unchecked = false } = more;
    const started = await this.#control.submit(this.id, modal.id, { fields, unchecked });
    return this.#answerTo(started, more);
  }

  /** Presses a button by its label or custom id: on the last message that has it, unless told. */
  async press(
    label: string,
    more: ActOptions & { readonly on?: p.ChatMessage } = {},
  ): Promise<Answer> {
    return this.choose(label, [], more);
  }

  /** Chooses in a menu by its placeholder or custom id. */
  async choose(
    label: string,
    values: readonly (string | Player)[],
    more: ActOptions & { readonly on?: p.ChatMessage } = {},
  ): Promise<Answer> {
    const [message, customId] = this.#controlNamed(label, more.on);
    const { unchecked = false } = more;
    const isButton = controlsOf(message).some(
      (control) => control.customId === customId && control.type === ComponentType.Button,
    );
    const ids = values.map((value) => (value instanceof Player ? value.id : value));
    const started = await this.#control.use(this.id, {
      messageId: message.id,
      customId,
      unchecked,
      ...(!isButton && { values: ids }),
    });
    return this.#answerTo(started, more);
  }

  async closeForm(): Promise<void> {
    if (this.modal) await this.#control.closeModal(this.id, this.modal.id);
  }

  async say(content: string, place: PlaceOptions = {}): Promise<p.ChatMessage> {
    return this.#control.say(this.id, { channelId: this.#goTo(place), content });
  }

  async dismiss(message: p.ChatMessage): Promise<void> {
    await this.#control.dismiss(this.id, message.id);
  }

  async change(change: p.PersonChange): Promise<void> {
    await this.#control.changePerson(this.id, change);
  }

  /** What this person sees in a channel, oldest first. */
  async messages(place: PlaceOptions = {}): Promise<p.ChatMessage[]> {
    return this.#control.messages(this.id, this.#channelIdOf(place));
  }
  async dms(): Promise<p.ChatMessage[]> {
    return this.messages({ dm: true });
  }
  /** Mail to this person, newest first. */
  async mail(): Promise<p.Mail[]> {
    return this.#control.mail(this.email);
  }

  /** Waits for a message, old or new, whose text has this; the newest when there are several. */
  async sees(
    pattern: string | RegExp,
    more: PlaceOptions & { readonly withinMs?: number } = {},
  ): Promise<p.ChatMessage> {
    const isAnywhere = more.channel === undefined && more.dm === undefined;
    const channelId = isAnywhere ? null : this.#channelIdOf(more);
    const look = (): p.ChatMessage | undefined =>
      [...this.#feed.messages.values()]
        .toReversed()
        .find(
          (message) =>
            (channelId === null || message.channel_id === channelId) &&
            matches(textOf(message), pattern),
        );
    return this.#feed.until(look, {
      what: `a message with ${pattern} for ${this.person.displayName}`,
      withinMs: more.withinMs ?? withinMsByDefault,
    });
  }

  /** Waits for a message to change until this holds. */
  async seesChange(
    message: p.ChatMessage,
    holds: (changed: p.ChatMessage) => boolean,
    more: { readonly withinMs?: number } = {},
  ): Promise<p.ChatMessage> {
    const look = (): p.ChatMessage | undefined => {
      const current = this.#feed.messages.get(message.id);
      return current && holds(current) ? current : undefined;
    };
    const withinMs = more.withinMs ?? withinMsByDefault;
    return this.#feed.until(look, { what: `message ${message.id} to change`, withinMs });
  }

  /** Waits for an interaction of theirs to reach a state, such as `failed`. */
  async seesState(
    interactionId: string,
    state: p.InteractionState,
    more: { readonly withinMs?: number } = {},
  ): Promise<p.InteractionView> {
    const look = (): p.InteractionView | undefined => {
      const interaction = this.#feed.interactions.get(interactionId);
      return interaction?.state === state ? interaction : undefined;
    };
    const withinMs = more.withinMs ?? withinMsByDefault;
    return this.#feed.until(look, {
      what: `interaction ${interactionId} to be ${state}`,
      withinMs,
    });
  }

  /** Waits for mail to this person, old or new, whose subject or text has this. */
  async receivesMail(
    pattern: string | RegExp,
    more: { readonly withinMs?: number } = {},
  ): Promise<p.Mail> {
    const look = (): p.Mail | undefined =>
      this.#feed.mail.find(
        (mail) => mail.to.includes(this.email) && matches(`${mail.subject}\n${mail.text}`, pattern),
      );
    return this.#feed.until(look, {
      what: `mail with ${pattern} to ${this.email}`,
      withinMs: more.withinMs ?? withinMsByDefault,
    });
  }

  async #answerTo(started: p.Started, more: ActOptions): Promise<Answer> {
    const answer = await this.#feed.until(() => answerOf(this.#feed, started.interactionId), {
      what: `the bot's answer to ${this.person.displayName}`,
      withinMs: more.withinMs ?? withinMsByDefault,
    });
    if (answer.kind === 'message') this.#messageId = answer.message.id;
    return answer;
  }

  #controlNamed(label: string, on: p.ChatMessage | undefined): [p.ChatMessage, string] {
    const newestFirst = [...this.#feed.messages.values()].toReversed();
    const here = newestFirst.filter((message) => message.channel_id === this.#channelId);
    const candidates = on ? [on] : [...(this.message ? [this.message] : []), ...here];
    const found = findControl(candidates, label);
    if (found) return found;
    const seen = candidates.slice(0, 3).map(textOf).join('\n---\n');
    throw new Error(`No "${label}" to press for ${this.person.displayName}; latest:\n${seen}`);
  }

  #goTo(place: PlaceOptions): string {
    this.#channelId = this.#channelIdOf(place);
    return this.#channelId;
  }

  #channelIdOf(place: PlaceOptions): string {
    if (place.dm) return this.view.directMessages.id;
    const channels = this.view.servers.flatMap((server) => server.channels);
    if (place.channel === undefined) {
      const channelId = this.#channelId ?? channels[0]?.id ?? this.view.directMessages.id;
      return channelId;
    }
    const channel = channels.find(({ id, name }) => id === place.channel || name === place.channel);
    if (!channel) throw new Error(`${this.person.displayName} sees no channel ${place.channel}`);
    return channel.id;
  }
}

const matches = (text: string, pattern: string | RegExp): boolean =>
  typeof pattern === 'string' ? text.includes(pattern) : pattern.test(text);
