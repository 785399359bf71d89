/** Reads what one person's client shows, now or soon. */
import type * as p from '../protocol/protocol.ts';
import type { Control } from './control.ts';
import type { Feed } from './feed.ts';
import { within, type PlaceOptions } from './options.ts';
import { channelIn } from './place.ts';
import { matches, textOf } from './text.ts';

export interface ReaderDeps {
  readonly person: p.Person;
  readonly control: Control;
  readonly feed: Feed;
}

export class Reader {
  readonly person: p.Person;
  protected readonly control: Control;
  protected readonly feed: Feed;
  /** The channel the person is in. */
  protected channelId: string | null = null;
  /** The id of the last message that answered the person. */
  protected messageId: string | null = null;

  constructor({ person, control, feed }: ReaderDeps) {
    this.person = person;
    this.control = control;
    this.feed = feed;
  }

  get id(): string {
    return this.person.id;
  }
  get email(): string {
    return this.person.email;
  }
  /** What their client shows now. */
  get view(): p.View {
    if (!this.feed.view) throw new Error('Defect: a player without a view');
    return this.feed.view;
  }
  get modal(): p.OpenModal | null {
    return this.feed.modal;
  }
  /** The current form of the last message that answered the person; null if it was deleted. */
  get message(): p.ChatMessage | null {
    return this.feed.messages.get(this.messageId ?? '') ?? null;
  }

  /** The messages this person sees in a channel, oldest first. */
  async messages(place: PlaceOptions = {}): Promise<p.ChatMessage[]> {
    return this.control.messages(this.id, this.channelIdOf(place));
  }
  async dms(): Promise<p.ChatMessage[]> {
    return this.messages({ dm: true });
  }
  /** Mail to this person, newest first. */
  async mail(): Promise<p.Mail[]> {
    return this.control.mail(this.email);
  }

  /** Waits for a message, old or new, that contains this text; the newest of several. */
  async sees(
    pattern: string | RegExp,
    more: PlaceOptions & { readonly withinMs?: number } = {},
  ): Promise<p.ChatMessage> {
    const isAnywhere = more.channel === undefined && more.dm === undefined;
    const channelId = isAnywhere ? null : this.channelIdOf(more);
    const look = (): p.ChatMessage | undefined =>
      [...this.feed.messages.values()]
        .toReversed()
        .find(
          (message) =>
            (channelId === null || message.channel_id === channelId) &&
            matches(textOf(message), pattern),
        );
    return this.feed.until(
      look,
      within(`a message with ${pattern} for ${this.person.displayName}`, more),
    );
  }

  /** Waits until a message has changed so that the condition is true. */
  async seesChange(
    message: p.ChatMessage,
    holds: (changed: p.ChatMessage) => boolean,
    more: { readonly withinMs?: number } = {},
  ): Promise<p.ChatMessage> {
    const look = (): p.ChatMessage | undefined => {
      const current = this.feed.messages.get(message.id);
      return current && holds(current) ? current : undefined;
    };
    return this.feed.until(look, within(`message ${message.id} to change`, more));
  }

  /** Waits until one of this person's interactions reaches a state, such as `failed`. */
  async seesState(
    interactionId: string,
    state: p.InteractionState,
    more: { readonly withinMs?: number } = {},
  ): Promise<p.InteractionView> {
    const look = (): p.InteractionView | undefined => {
      const interaction = this.feed.interactions.get(interactionId);
      return interaction?.state === state ? interaction : undefined;
    };
    return this.feed.until(look, within(`interaction ${interactionId} to be ${state}`, more));
  }

  /** Waits for mail to this person, old or new, whose subject or text contains this. */
  async receivesMail(
    pattern: string | RegExp,
    more: { readonly withinMs?: number } = {},
  ): Promise<p.Mail> {
    const look = (): p.Mail | undefined =>
      this.feed.mail.find(
        (mail) => mail.to.includes(this.email) && matches(`${mail.subject}\n${mail.text}`, pattern),
      );
    return this.feed.until(look, within(`mail with ${pattern} to ${this.email}`, more));
  }

  protected channelIdOf(place: PlaceOptions): string {
    return channelIn(this.view, { ...place, current: this.channelId });
  }
}
