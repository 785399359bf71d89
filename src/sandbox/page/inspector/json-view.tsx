/** Shows JSON, with a copy button. */
import { useState } from 'preact/hooks';
import type { InspectedBody } from '../../protocol/protocol.ts';
import { Icon } from '../parts/icons.tsx';

/** Longer texts have no colours, because thousands of coloured pieces are slow to draw. */
const colouredMax = 20_000;

export function JsonView({ label, body }: { label: string; body: InspectedBody }) {
  const [copied, setCopied] = useState(false);
  const copy = (): void => {
    void navigator.clipboard.writeText(body.text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <div class="json">
      <div class="json-head">
        <span>{label}</span>
        <button type="button" class="link" aria-label={`Copy: ${label}`} onClick={copy}>
          <Icon name={copied ? 'check' : 'copy'} size={14} />
          <span role="status">{copied ? 'Copied' : 'Copy'}</span>
        </button>
      </div>
      <pre tabIndex={0} role="group" aria-label={label}>
        {body.text.length <= colouredMax ? <Coloured text={body.text} /> : body.text}
      </pre>
      {!body.isWhole && <p class="json-note">Too long to be shown whole.</p>}
    </div>
  );
}

const piece = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(true|false|null)\b|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/gi;

function Coloured({ text }: { text: string }) {
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(piece)) {
    const [whole, string, colon] = match;
    const shown = colon === undefined ? whole : (string ?? whole);
    const kind = colon !== undefined ? 'key' : string === undefined ? 'literal' : 'string';
    parts.push(text.slice(end, match.index));
    parts.push(<span class={`json-${kind}`}>{shown}</span>);
    end = match.index + shown.length;
  }
  return (
    <code>
      {parts}
      {text.slice(end)}
    </code>
  );
}
