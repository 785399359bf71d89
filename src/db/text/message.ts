/** What is sent to the server in one message. */
import { withLiterals } from './literals.ts';
import { type Write, type WrittenText, writtenTexts } from './row-text.ts';
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

/**
 * Node keeps a longer text, from 128 KB on, in memory that it takes from the system and gives
 * back: making it then costs 4 µs for each KB, instead of 0.05 to 0.3.
 */
const longBytes = 120_000;

function writeOf(part: MessagePart): Write {
  return isWritten(part) ? part.writeInto : (out) => out.sql(statementText(part));
}

function messageOfText({ text, statements }: WrittenText): Message {
  let left: string | null = text;
  const take = () => {
    if (left === null) throw new TypeError('A message is sent once');
    const taken = left;
    left = null;
    return taken;
  };
  return { statements, take };
}

/** In this order, several if they are long. They keep nothing of what they were made from. */
export const messagesOf = (parts: readonly MessagePart[]): readonly Message[] =>
  writtenTexts(parts.map(writeOf), longBytes).map(messageOfText);

/** In this order, however long. */
export const messageOf = (parts: readonly MessagePart[]): Message =>
  messageOfText(writtenTexts(parts.map(writeOf), Infinity)[0]!);
