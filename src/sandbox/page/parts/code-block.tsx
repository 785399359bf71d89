import { useEffect, useState } from 'preact/hooks';
import type { Piece } from '../text/ansi.ts';
import { codePieces } from '../text/code-pieces.ts';

/** A code block; colours are added once the highlighter has loaded. */
export function CodeBlock({ language, text }: { language: string; text: string }) {
  const [pieces, setPieces] = useState<readonly Piece[] | null>(null);
  useEffect(() => {
    let left = false;
    setPieces(null);
    codePieces(language, text).then(
      (found) => !left && setPieces(found),
      // Without colours the code is still readable.
      () => undefined,
    );
    return () => {
      left = true;
    };
  }, [language, text]);
  return (
    <pre tabIndex={0}>
      <code>
        {pieces?.map(({ text: part, kind }, index) =>
          kind === '' ? (
            part
          ) : (
            <span key={index} class={kind}>
              {part}
            </span>
          ),
        ) ?? text}
      </code>
    </pre>
  );
}
