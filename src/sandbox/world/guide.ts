/** The guide for newcomers. A step is done when its person has got the answer that it names. */
import type { GuideSeed, Translated } from '../protocol/options.ts';
import type { Guide, InteractionView } from '../protocol/protocol.ts';
import type { MessageRow, World } from './world.ts';

const colourOf = ({ body }: MessageRow): number | null => {
  const [first] = body.components ?? [];
  return first !== undefined && 'accent_color' in first ? (first.accent_color ?? null) : null;
};

const inLanguage = (text: Translated, locale: string): string =>
  text[locale.split('-')[0] ?? ''] ?? text.en;

export class Guides {
  readonly #world: World;
  readonly #seed: GuideSeed | null;

  constructor(world: World, seed: GuideSeed | undefined) {
    this.#world = world;
    this.#seed = seed ?? null;
  }

  /** In the language of this locale; null if the sandbox has none. */
  view(locale: string): Guide | null {
    if (this.#seed === null) return null;
    const { steps, end } = this.#seed;
    const { people, stepsDone = [] } = this.#world.meta;
    const shown = steps.flatMap(({ key, person, title, text, type = null, done }) => {
      const personId = people[person];
      const isDone = stepsDone.includes(key);
      const reads = 'messageOf' in done;
      if (personId === undefined) return [];
      const texts = { title: inLanguage(title, locale), text: inLanguage(text, locale) };
      return [{ key, personId, ...texts, type, reads, isDone }];
    });
    return { steps: shown, end: inLanguage(end, locale) };
  }

  /** An interaction changed: it may be the answer that a step waits for. */
  saw(personId: string, { kind, label, customId, state, messageId }: InteractionView): void {
    if (state !== 'answered' || messageId === null) return;
    const row = this.#world.messages.get(messageId);
    const name = kind === 'command' ? label : (customId ?? '');
    if (row === undefined) return;
    this.#finish(personId, (done) => {
      if (!('answerTo' in done) || done.colour !== colourOf(row)) return false;
      return done.answerTo.some((start) => name === start || name.startsWith(`${start}:`));
    });
  }

  /** A person has read all messages of a channel. */
  read(personId: string, channelId: string): void {
    if (this.#world.channel(channelId)?.recipientId !== personId) return;
    const rows = this.#world.messages.visibleTo(personId, channelId);
    this.#finish(
      personId,
      (done) => 'messageOf' in done && rows.some((row) => colourOf(row) === done.messageOf),
    );
  }

  #finish(personId: string, isDone: (done: GuideSeed['steps'][number]['done']) => boolean): void {
    const { meta } = this.#world;
    const { people, stepsDone = [] } = meta;
    const keys = (this.#seed?.steps ?? [])
      .filter(({ key, person }) => people[person] === personId && !stepsDone.includes(key))
      .filter(({ done }) => isDone(done))
      .map(({ key }) => key);
    if (keys.length === 0) return;
    this.#world.meta = { ...meta, stepsDone: [...stepsDone, ...keys] };
    this.#world.touch();
  }
}
