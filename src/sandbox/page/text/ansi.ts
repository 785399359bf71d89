/** Code blocks marked `ansi`: terminal colours, as far as Discord supports them. */

export interface Piece {
  readonly text: string;
  /** CSS classes for the colours; empty for plain text. */
  readonly kind: string;
}

// eslint-disable-next-line no-control-regex -- escape sequences begin with this very character
const sequence = /\u001b\[([\d;]*)m/g;

export function ansiPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  let style = new Map<string, string>();
  let at = 0;
  const cut = (end: number): void => {
    if (end > at) pieces.push({ text: text.slice(at, end), kind: [...style.values()].join(' ') });
  };
  for (const match of text.matchAll(sequence)) {
    cut(match.index);
    at = match.index + match[0].length;
    for (const code of (match[1] ?? '').split(';').map(Number)) style = styled(style, code);
  }
  cut(text.length);
  return pieces;
}

/** 0 resets, 1 is bold, 4 underlined, 30–37 sets the text colour and 40–47 the background. */
function styled(style: ReadonlyMap<string, string>, code: number): Map<string, string> {
  if (code === 0) return new Map();
  const next = new Map(style);
  if (code === 1 || code === 4) next.set(`${code}`, code === 1 ? 'ansi-bold' : 'ansi-underline');
  else if (code >= 30 && code <= 37) next.set('text', `ansi-${code}`);
  else if (code >= 40 && code <= 47) next.set('behind', `ansi-${code}`);
  return next;
}
