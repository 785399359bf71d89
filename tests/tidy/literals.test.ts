/** Every sentence for people is in `src/words`: no other file may have one as a literal. */
import { describe, expect, test } from 'vitest';
import { words } from '../../src/words/index.ts';
import { sourcesBelow, type Source } from '../support/source.ts';

const folders = ['src/bank', 'src/bot', 'src/app', 'src/cli', 'src/config', 'src/mail', 'src/log'];
const sources = sourcesBelow(...folders, 'src/db', 'src/lib', 'commands');

/** Files that may have such literals, each with its reason. */
const exceptions: Readonly<Record<string, string>> = {
  'src/bot/command/faults.ts': 'faults of a command file, read by its developer',
  'src/bot/command/loader.ts': 'faults of a command file, read by its developer',
  'src/bot/pictures/flow-chart.ts': 'the name of a font',
  'src/bank/model/parse/writing-systems.ts': 'names of scripts, as Unicode has them',
  'src/bank/ledger/chart.ts': 'names of the bank’s own accounts, as the books keep them',
  'src/bank/people/privacy.ts': 'the name that the books keep in place of an erased one',
  'src/bot/connection.ts': 'an internal error, which only the log shows',
  'src/app/heads.ts': 'the format of a file',
  'src/app/sandbox.ts': 'names of the sample servers of the sandbox',
  'src/bank/audit/outcome.ts': 'internal errors, which only the log shows',
  'src/cli/sandbox.ts': 'the name of the sample bot of the sandbox',
  'src/db/errors.ts': 'internal errors, which only the log shows',
  'src/db/gathered.ts': 'internal errors, which only the log shows',
  'src/db/pool.ts': 'internal errors, which only the log shows',
  'src/db/rows.ts': 'internal errors, which only the log shows',
  'src/db/session.ts': 'internal errors, which only the log shows',
  'src/db/transaction.ts': 'internal errors, which only the log shows',
  'src/db/turns.ts': 'internal errors, which only the log shows',
  'src/lib/work-queue.ts': 'internal errors, which only the log shows',
};

/** Literals and comments, in the order of the text; comments are matched in order to skip them. */
const tokens =
  /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\[\s\S]|[^`\\])*`|(?<=[(,=:[!&|?{};\n]\s*)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[dgimsuvy]*/g;

const sql =
  /^\s*(?:SELECT|INSERT|UPDATE|DELETE|REPLACE|CREATE|ALTER|DROP|SET|START|WITH|GRANT|REVOKE|LOCK|UNLOCK|SHOW|FROM|WHERE|AND|OR|JOIN|LEFT|ORDER|GROUP|LIMIT|VALUES|ON|FOR|COUNT|COALESCE|CALL|DO|KILL|FLUSH|EXPLAIN|UNION|BEGIN|COMMIT|ROLLBACK|USE|IF|CASE|MAX|MIN|SUM|USING|IN|NOT|EXISTS|PRIMARY|INTO|AS)\b[^a-z]/;
/** Pieces of statements, in files with SQL. */
const sqlPiece =
  /\b(?:SELECT|FROM|JOIN|WHERE|LOCK IN|CREATE|Create Table|AS|AND|LIKE|INTERVAL|FOR UPDATE)\b|\b\w\.\w+,|= \?|\w+, \w+_\w+|`\)/;
const sqlFile = /\/store\/|^src\/db\//;
/** The text before a message for developers only: an import, an assertion, a defect. */
const internal =
  /(?:\bfrom|\bimport\(?|\bassert\([^;]*,|\bnew (?:Type|Range|Syntax)?Error\(|\bnew \w+(?:Fault|Defect)\()\s*$/;

/** Whether a literal is two words that begin like a sentence or label, or three words. */
export function readsLikeText(literal: string): boolean {
  const text = literal
    .slice(1, -1)
    .replace(/\$\{[^}]*\}/g, '0')
    .trim();
  if (sql.test(text)) return false;
  const words = text.match(/(?<![\w-])[A-Za-z’'-]+(?![\w=(])/g) ?? [];
  const spaces = text.match(/[A-Za-z’”»,.:;!?)] +(?=[“«(]?[A-Za-z’])/g)?.length ?? 0;
  if (words.length < 2 || spaces === 0) return false;
  return /^[“*`]*[A-Z][a-z’]/.test(text) ? /[a-z]/.test(text) : spaces >= 2;
}

function textsOf({ path, text }: Source): string[] {
  if (path in exceptions) return [];
  return [...text.matchAll(tokens)].flatMap((match) => {
    const [literal] = match;
    if (!/^['"`]/.test(literal) || !readsLikeText(literal)) return [];
    if (sqlFile.test(path) && sqlPiece.test(literal)) return [];
    if (literal.slice(1, -1) in words.commands) return [];
    if (internal.test(text.slice(Math.max(0, match.index - 300), match.index))) return [];
    const line = text.slice(0, match.index).split('\n').length;
    return [`${path}:${line}: ${literal.replaceAll(/\s+/g, ' ').slice(0, 90)}`];
  });
}

describe('literals', () => {
  test.each([
    [`'Nothing moved.'`, true],
    [`'Account number'`, true],
    [`'is frozen already'`, true],
    [`'FOR UPDATE'`, false],
    [`'SELECT id FROM accounts WHERE id = ?'`, false],
    [`'bot.commands-registered'`, false],
    [`'Password'`, false],
  ])('%s reads like text: %s', (literal, expected) => {
    expect(readsLikeText(literal)).toBe(expected);
  });

  test('outside src/words are no sentences or labels', () => {
    expect(sources.flatMap(textsOf)).toEqual([]);
  });

  test('have exceptions only for files that exist', () => {
    const paths = sources.map(({ path }) => path);
    expect(Object.keys(exceptions).filter((path) => !paths.includes(path))).toEqual([]);
  });
});
