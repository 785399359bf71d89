/** Splits code into pieces of one colour each. */
import { ansiPieces, type Piece } from './ansi.ts';

type Highlighter = typeof import('@highlightjs/cdn-assets/es/highlight.min.js').default;
let highlighter: Promise<Highlighter> | null = null;

/** The library has 129 kB, so it is loaded with the first block that names a language. */
function load(): Promise<Highlighter> {
  highlighter ??= import('@highlightjs/cdn-assets/es/highlight.min.js').then(
    (module) => module.default,
  );
  return highlighter;
}

/** Null for an unsupported language. */
export async function codePieces(language: string, text: string): Promise<Piece[] | null> {
  if (language === '') return null;
  if (language.toLowerCase() === 'ansi') return ansiPieces(text);
  const known = await load();
  if (!known.getLanguage(language)) return null;
  return piecesOf(known.highlight(text, { language, ignoreIllegals: true }).value);
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
};

/** Parses the library's nested spans, so that its HTML is never put into the page. */
export function piecesOf(markup: string): Piece[] {
  const around: string[] = [];
  const pieces: Piece[] = [];
  for (const [token, kind] of markup.matchAll(/<span class="([^"]*)">|<\/span>|[^<]+/g)) {
    if (kind !== undefined) around.push(kind);
    else if (token === '</span>') around.pop();
    else {
      const text = token.replace(/&(?:amp|lt|gt|quot|#x27);/g, (entity) => entities[entity] ?? '');
      pieces.push({ text, kind: around.at(-1) ?? '' });
    }
  }
  return pieces;
}
