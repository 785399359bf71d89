/** A person of the sandbox as a test plays them: act, then wait for what the bot answers. */
import { ComponentType } from 'discord-api-types/v10';
import type * as p from '../protocol.ts';
import { answerOf, type Answer } from './answer.ts';
import type { Control } from './control.ts';
import type { Feed } from './feed.ts';
import { within, type ActOptions, type PlaceOptions } from './options.ts';
import { channelIn } from './place.ts';
import { isReady } from './ready.ts';
import { controlsOf, findControl, matches, textOf } from './text.ts';

export type PlayerOption = p.OptionValue | Player;
type PlayerOptions = Readonly<Record<string, PlayerOption>>;

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
    options: PlayerOptions = {},
    more: PlaceOptions & ActOptions & { readonly target?: string | Player } = {},
  ): Promise<Answer> {
    const prepared = await this.#prepare(command, options, more);
    const started = await this.#control.run(this.id, {
      ...prepared,
      ...(more.target !== undefined && { targetId: idOr(more.target) }),
      unchecked: more.unchecked ?? false,
    });
    return this.#answerTo(started, more);
  }

  /** What the bot offers while an option is typed; null when it did not answer in time. */
  async suggestions(
    command: string,
    typing: { readonly option: string; readonly typed?: string; readonly options?: PlayerOptions },
    more: PlaceOptions & Pick<ActOptions, 'withinMs'> = {},
  ): Promise<readonly p.Choice[] | null> {
    const { option, typed = '', options = {} } = typing;
    const prepared = await this.#prepare(command, { ...options, [option]: typed }, more);
    return (await this.#control.suggest(this.id, { ...prepared, focused: option })).choices;
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
    const ids = values.map(idOr);
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
    return this.#feed.until(
      look,
      within(`a message with ${pattern} for ${this.person.displayName}`, more),
    );
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
    return this.#feed.until(look, within(`message ${message.id} to change`, more));
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
    return this.#feed.until(look, within(`interaction ${interactionId} to be ${state}`, more));
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
    return this.#feed.until(look, within(`mail with ${pattern} to ${this.email}`, more));
  }

  /** Goes to the place and waits until the bot's commands are known there. */
  async #prepare(
    command: string,
    options: PlayerOptions,
    more: PlaceOptions & Pick<ActOptions, 'withinMs'>,
  ) {
    const name = command.replace(/^\//, '');
    const channelId = this.#goTo(more);
    await this.#feed.until(
      () => isReady(this.view, { name, channelId }) || undefined,
      within(`the command ${name}`, more),
    );
    const values = Object.entries(options).map(([key, value]) => [key, idOr(value)] as const);
    return { channelId, command: name, options: Object.fromEntries(values) };
  }

  async #answerTo(started: p.Started, more: ActOptions): Promise<Answer> {
    const answer = await this.#feed.until(
      () => answerOf(this.#feed, started.interactionId),
      within(`the bot's answer to ${this.person.displayName}`, more),
    );
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
    return channelIn(this.view, { ...place, current: this.#channelId });
  }
}

const idOr = <Value>(value: Value | Player): Value | string =>
  value instanceof Player ? value.id : value;
