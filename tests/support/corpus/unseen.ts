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

export const holdsUnseen = (text: string): boolean =>
  piecesOf(text.replaceAll(shaping, '')).some((piece) => !wholeEmoji.test(piece) && !isSeen(piece));

export const isWholeEmoji = (piece: string): boolean => wholeEmoji.test(piece);
