/** Finds invisible characters without the bank's own reader; an emoji counts as a whole. */
const hidden = /[\p{C}\p{Zl}\p{Zp}\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufe00-\ufe0f]/u;
const wholeEmoji = new RegExp('^\\p{RGI_Emoji}$', 'v');
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A joiner between two Arabic letters, or beside a virama. */
const shaping = /(?<=\p{Script=Arabic})\u200c(?=\p{Script=Arabic})|(?<=[\u094d\u0dca])\u200d/gu;

export const isSeen = (character: string): boolean => !hidden.test(character);

/** The text in pieces: each whole emoji is one, and each other character. */
export const piecesOf = (text: string): string[] =>
  [...graphemes.segment(text)].flatMap(({ segment }) =>
    wholeEmoji.test(segment) ? [segment] : [...segment],
  );

/** By text, because the same text is asked about for every field. */
const known = new Map<string, boolean>();

export function holdsUnseen(text: string): boolean {
  const answered = known.get(text);
  if (answered !== undefined) return answered;
  const pieces = piecesOf(text.replaceAll(shaping, ''));
  const answer = pieces.some((piece) => !wholeEmoji.test(piece) && !isSeen(piece));
  known.set(text, answer);
  return answer;
}

export const isWholeEmoji = (piece: string): boolean => wholeEmoji.test(piece);
