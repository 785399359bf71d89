/** What is sent to the server in one message. */
import { withLiterals } from './literals.ts';
import { writtenText } from './row-text.ts';
import { bindable } from './scalars.ts';
import type { MessagePart, RowsStatement, Statement } from './statement.ts';

/** One statement as text. The server accepts several, so a semicolon is refused. */
export function statementText({ sql, values }: Statement): string {
  const text = values.length === 0 ? sql : withLiterals(sql, values.map(bindable));
  if (text.includes(';')) throw new TypeError('A statement must not contain a semicolon');
  return text;
}

const isWritten = (part: MessagePart): part is RowsStatement => 'writeInto' in part;

/** Several statements as text. */
export interface Message {
  readonly statements: number;
  /** Only once, when it is sent: long text is not kept until the server has answered. */
  readonly take: () => string;
}

/** In this order. It keeps nothing of what the statements were made from. */
export function messageOf(parts: readonly MessagePart[]): Message {
  let text: string | null = writtenText((out) => {
    for (const [place, part] of parts.entries()) {
      if (place > 0) out.next();
      if (isWritten(part)) part.writeInto(out);
      else out.sql(statementText(part));
    }
  });
  const take = () => {
    if (text === null) throw new TypeError('A message is sent once');
    const taken = text;
    text = null;
    return taken;
  };
  return { statements: parts.length, take };
}
