/**
 * Text for Discord in which nothing a customer typed can mention, link or format. Only this file
 * makes `Markup`, so a plain string can reach a message in no other way than escaped.
 */
import { singleSpaced, withoutInvisible } from '../../lib/text.ts';

export interface Markup {
  readonly markup: string;
}

/** One line without invisible characters. A thin space in a number stays: `1 250,50` in French. */
const visible = (text: string): string =>
  withoutInvisible(
    text
      .split(/(?<=\d)\u202f(?=\d)/)
      .map((part) => singleSpaced(part))
      .join('\u202f'),
  );

/**
 * Discord's `escapeMarkdown` leaves mentions, timestamps, commands and bare addresses active. An
 * invisible space after their first character disables them.
 */
const disable = (text: string): string =>
  text.replaceAll('@', '@\u200b').replaceAll('<', '<\u200b').replaceAll('://', ':\u200b//');

/** Marks are escaped anywhere; headings, quotes and lists only at the beginning. */
const escape = (text: string): string =>
  disable(
    visible(text)
      .replace(/[\\*_~|`[\]]/g, '\\$&')
      .replace(/^[#>+-]/, '\\$&')
      .replace(/^(\d+)([.)])(?=\s)/, '$1\\$2'),
  );

/** Our own text, with its formatting. */
export const written = (text: string): Markup => ({ markup: text });

/** Text typed by a person, shown literally. */
export const plain = (text: string): Markup => ({ markup: escape(text) });

/** A code span; also the safe place for memos, numbers to copy and references. */
export function code(text: string): Markup {
  const shown = disable(visible(text)).replaceAll('`', 'ˋ').trim();
  return { markup: shown === '' ? '–' : `\`${shown}\`` };
}

/**
 * An e-mail address that can be copied: nothing is inserted. In a code span its `@` mentions
 * no one, and the address parser refuses characters that could end the span.
 */
export const mailAddress = (address: string): Markup =>
  /^[\w.!#$%&'*+/=?^{|}~-]+@[\w.-]+$/.test(address) ? { markup: `\`${address}\`` } : code(address);

/** A channel by its id, as Discord shows and opens it. */
export const channelLink = (id: string): Markup => ({ markup: `<#${id}>` });

/** A command that can be pressed; a code span where Discord's id of it is not known. */
export const commandLink = (path: string, id: string | null): Markup =>
  id === null ? code(`/${path}`) : { markup: `</${path}:${id}>` };

type TimeStyle = 'date' | 'day' | 'moment' | 'clock';
const styles: Record<TimeStyle, string> = {
  date: 'D',
  day: 'd',
  moment: 'f',
  clock: 't',
};

/**
 * A time, shown in the reader's time zone and language. Never a countdown: a card stays in the
 * chat, and the countdown would later say “ends 5 minutes ago”.
 */
export const time = (moment: Date, style: TimeStyle = 'moment'): Markup => ({
  markup: `<t:${Math.floor(moment.getTime() / 1000)}:${styles[style]}>`,
});

/** The template text is ours and may format. Inserted strings are escaped, markup is not. */
export function md(ours: TemplateStringsArray, ...theirs: readonly (Markup | string)[]): Markup {
  const text = ours.reduce((before, part, index) => {
    const value = theirs[index - 1];
    return before + (typeof value === 'string' ? escape(value) : (value?.markup ?? '')) + part;
  });
  return { markup: text };
}

/** Joins pieces of markup, by default one per line. */
export const joined = (pieces: readonly Markup[], between = '\n'): Markup => ({
  markup: pieces.map((piece) => piece.markup).join(between),
});
