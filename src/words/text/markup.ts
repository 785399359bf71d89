/**
 * Text for Discord in which nothing a customer typed can mention, link or format. Only this file
 * makes `Markup`, so a plain string can reach a message in no other way than escaped.
 */
import { singleSpaced, withoutInvisible } from '../../lib/text.ts';

export interface Markup {
  readonly markup: string;
}

/** One line without characters that cannot be seen. */
const visible = (text: string): string => withoutInvisible(singleSpaced(text));

/**
 * Discord's `escapeMarkdown` leaves mentions, timestamps, commands and bare addresses active; an
 * invisible space behind the character that begins each of them takes their life.
 */
const deaden = (text: string): string =>
  text.replaceAll('@', '@\u200b').replaceAll('<', '<\u200b').replaceAll('://', ':\u200b//');

/** Marks count anywhere; headings, quotes and lists only where a line begins. */
const escape = (text: string): string =>
  deaden(
    visible(text)
      .replace(/[\\*_~|`[\]]/g, '\\$&')
      .replace(/^[#>+-]/, '\\$&')
      .replace(/^(\d+)([.)])(?=\s)/, '$1\\$2'),
  );

/** Text that we wrote ourselves, with its formatting. */
export const written = (text: string): Markup => ({ markup: text });

/** Text that somebody typed, shown as it is and without effect. */
export const plain = (text: string): Markup => ({ markup: escape(text) });

/** A code span; also the safe place for memos, numbers to copy and references. */
export function code(text: string): Markup {
  const shown = deaden(visible(text)).replaceAll('`', 'ˋ').trim();
  return { markup: shown === '' ? '–' : `\`${shown}\`` };
}

/**
 * An e-mail address that can be copied: nothing is inserted. In a code span its `@` names nobody,
 * and the parser of addresses lets no other character through that could end the span.
 */
export const mailAddress = (address: string): Markup =>
  /^[\w.!#$%&'*+/=?^{|}~-]+@[\w.-]+$/.test(address) ? { markup: `\`${address}\`` } : code(address);

/** A channel by its id, as Discord shows and opens it. */
export const channelLink = (id: string): Markup => ({ markup: `<#${id}>` });

type TimeStyle = 'date' | 'moment' | 'clock';
const styles: Record<TimeStyle, string> = { date: 'D', moment: 'f', clock: 't' };

/**
 * A moment that each reader sees in their own time zone and language. Never as a countdown: a card
 * stays in the chat, and would say afterwards that it ends some minutes ago.
 */
export const time = (moment: Date, style: TimeStyle = 'moment'): Markup => ({
  markup: `<t:${Math.floor(moment.getTime() / 1000)}:${styles[style]}>`,
});

/** Template text is ours and formats; what is put in is escaped unless it is markup already. */
export function md(ours: TemplateStringsArray, ...theirs: readonly (Markup | string)[]): Markup {
  const text = ours.reduce((before, part, index) => {
    const value = theirs[index - 1];
    return before + (typeof value === 'string' ? escape(value) : (value?.markup ?? '')) + part;
  });
  return { markup: text };
}

/** Pieces of markup, one per line unless told otherwise. */
export const joined = (pieces: readonly Markup[], between = '\n'): Markup => ({
  markup: pieces.map((piece) => piece.markup).join(between),
});
