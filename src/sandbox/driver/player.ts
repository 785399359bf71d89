/** A person of the sandbox, played by a test: acts, then waits for the bot's answer. */
import { ComponentType } from 'discord-api-types/v10';
import type * as p from '../protocol/protocol.ts';
import { awaitAnswer, type Answer } from './answer.ts';
import { onceConnected } from './connected.ts';
import { byCustomId } from './fields.ts';
import { within, type ActOptions, type PlaceOptions } from './options.ts';
import { Reader, type ReaderDeps } from './reader.ts';
import { isReady } from './ready.ts';
import { controlsOf, findControl, textOf } from './text.ts';

export type PlayerOption = p.OptionValue | Player;
type PlayerOptions = Readonly<Record<string, PlayerOption>>;

export class Player extends Reader {
  readonly #editWithinMs: number;

  constructor(deps: ReaderDeps & { readonly editWithinMs: number }) {
    super(deps);
    this.#editWithinMs = deps.editWithinMs;
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
    const request = {
      ...prepared,
      ...(more.target !== undefined && { targetId: idOr(more.target) }),
      unchecked: more.unchecked ?? false,
    };
    return this.#act(() => this.control.run(this.id, request), more);
  }

  /** The bot's autocomplete choices for an option; null if it did not answer in time. */
  async suggestions(
    command: string,
    typing: { readonly option: string; readonly typed?: string; readonly options?: PlayerOptions },
    more: PlaceOptions & Pick<ActOptions, 'withinMs'> = {},
  ): Promise<readonly p.Choice[] | null> {
    const { option, typed = '', options = {} } = typing;
    const prepared = await this.#prepare(command, { ...options, [option]: typed }, more);
    const ask = () => this.control.suggest(this.id, { ...prepared, focused: option });
    return (await onceConnected(ask, more)).choices;
  }

  /**
   * Submits the open form. Fields are named by custom id or label; the others keep their pre-filled
   * values.
   */
  async fill(
    fields: Readonly<Record<string, p.FieldValue>> = {},
    more: ActOptions = {},
  ): Promise<Answer> {
    const { modal } = this;
    if (!modal) throw new Error(`${this.person.displayName} has no form open`);
    const request = { fields: byCustomId(modal, fields), unchecked: more.unchecked ?? false };
    return this.#act(() => this.control.submit(this.id, modal.id, request), more);
  }

  /** Presses a button by label or custom id, by default on the last message that has it. */
  async press(
    label: string,
    more: ActOptions & { readonly on?: p.ChatMessage } = {},
  ): Promise<Answer> {
    return this.choose(label, [], more);
  }

  /** Chooses in a menu, named by its placeholder or custom id. */
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
    const request = {
      messageId: message.id,
      customId,
      unchecked,
      ...(!isButton && { values: ids }),
    };
    return this.#act(() => this.control.use(this.id, request), more);
  }

  async closeForm(): Promise<void> {
    if (this.modal) await this.control.closeModal(this.id, this.modal.id);
  }

  /** Writes a message, or a reply; mentions as `<@id>`. */
  async say(
    content: string,
    more: PlaceOptions & { readonly repliesTo?: p.ChatMessage } = {},
  ): Promise<p.ChatMessage> {
    const { repliesTo } = more;
    const reply = repliesTo && { repliesTo: repliesTo.id };
    return this.control.say(this.id, { channelId: this.#goTo(more), content, ...reply });
  }

  async forward(message: p.ChatMessage, place: PlaceOptions = {}): Promise<p.ChatMessage> {
    const channelId = this.#goTo(place);
    return this.control.say(this.id, { channelId, content: '', forwards: message.id });
  }

  /** Changes the text of an own message. */
  async edit(message: p.ChatMessage, content: string): Promise<p.ChatMessage> {
    return this.control.edit(this.id, message.id, { content });
  }

  /** Deletes an own message, or dismisses an ephemeral one. */
  async dismiss(message: p.ChatMessage): Promise<void> {
    await this.control.dismiss(this.id, message.id);
  }

  async change(change: p.PersonChange): Promise<void> {
    await this.control.changePerson(this.id, change);
  }

  /** Enters the channel and waits until the bot's commands are available there. */
  async #prepare(
    command: string,
    options: PlayerOptions,
    more: PlaceOptions & Pick<ActOptions, 'withinMs'>,
  ) {
    const name = command.replace(/^\//, '');
    const channelId = this.#goTo(more);
    await this.feed.until(
      () => isReady(this.view, { name, channelId }) || undefined,
      within(`the command ${name}`, more),
    );
    const values = Object.entries(options).map(([key, value]) => [key, idOr(value)] as const);
    return { channelId, command: name, options: Object.fromEntries(values) };
  }

  /** Starts an act and waits for the bot's answer. */
  async #act(begin: () => Promise<p.Started>, more: ActOptions): Promise<Answer> {
    const { interactionId } = await onceConnected(begin, more);
    const answer = await awaitAnswer(this.feed, interactionId, {
      ...within(`the bot's answer to ${this.person.displayName}`, more),
      editWithinMs: more.withinMs ?? this.#editWithinMs,
    });
    if (answer.kind === 'message') this.messageId = answer.message.id;
    return answer;
  }

  #controlNamed(label: string, on: p.ChatMessage | undefined): [p.ChatMessage, string] {
    const newestFirst = [...this.feed.messages.values()].toReversed();
    const here = newestFirst.filter((message) => message.channel_id === this.channelId);
    const candidates = on ? [on] : [...(this.message ? [this.message] : []), ...here];
    const found = findControl(candidates, label);
    if (found) return found;
    const seen = candidates.slice(0, 3).map(textOf).join('\n---\n');
    throw new Error(`No "${label}" to press for ${this.person.displayName}; latest:\n${seen}`);
  }

  #goTo(place: PlaceOptions): string {
    this.channelId = this.channelIdOf(place);
    return this.channelId;
  }
}

const idOr = <Value>(value: Value | Player): Value | string =>
  value instanceof Player ? value.id : value;
