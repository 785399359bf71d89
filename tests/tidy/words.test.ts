/** Banned calls and words. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { matches, root, sourcesBelow } from '../support/source.ts';

interface Ban {
  readonly what: string;
  readonly pattern: RegExp;
  readonly folders: readonly string[];
  readonly except?: RegExp;
  readonly instead: string;
  readonly where?: 'code' | 'text';
}

const bans: readonly Ban[] = [
  {
    what: 'SQL outside the stores',
    pattern:
      /['"`]\s*(SELECT\s|INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|REPLACE\s+INTO|ALTER\s|CREATE\s+TABLE|DROP\s)/,
    folders: ['src', 'commands'],
    except: /^src\/bank\/(?:[\w-]+\/)+store\/|^src\/db\//,
    instead: 'a function in the store of a room',
    where: 'text',
  },
  {
    what: 'values inside SQL text',
    pattern:
      /(SELECT|INSERT|UPDATE|DELETE|WHERE|VALUES)\b[^'"`]*\$\{(?!\w*([Cc]olumns|[Pp]laceholders|[Rr]ows|[Tt]able|[Ww]here|[Cc]lause|[Ll]ock|SQL))/,
    folders: ['src/bank'],
    instead: 'a placeholder',
    where: 'text',
  },
  {
    what: 'the environment',
    pattern: /process\.env/,
    folders: ['src', 'commands'],
    except: /^src\/config\/config\.ts$/,
    instead: 'a setting in src/config/config.ts',
  },
  {
    what: 'the machine’s clock',
    pattern: /\bDate\.now\(|\bnew Date\(/,
    folders: ['src', 'commands'],
    except: /^src\/lib\/clock\.ts$|^src\/sandbox\/page\//,
    instead: 'lib/clock.ts',
  },
  {
    what: 'floating point in the bank',
    pattern: /\bparseFloat\(|\.toFixed\(|\bNumber\(|\bparseInt\(/,
    folders: ['src/bank'],
    instead: 'bigint and lib functions that assert the range',
  },
  {
    what: 'unguarded randomness',
    pattern: /\bMath\.random\(/,
    folders: ['src', 'commands'],
    except: /^src\/(lib\/retry|db\/transaction)\.ts$|^src\/sandbox\/page\//,
    instead: 'node:crypto',
  },
  {
    what: 'active HTML',
    pattern: /innerHTML|outerHTML|insertAdjacentHTML|\beval\(|new Function\(/,
    folders: ['src'],
    instead: 'Preact elements',
  },
  {
    what: 'a name without its account number',
    pattern: /\b(holder|from|to|counterparty|alike|payee|party)\.name\b|\bholderName\b/,
    folders: ['src/bot', 'commands', 'src/app'],
    instead: 'party() of src/bot/replies/money.ts',
  },
  {
    what: 'any',
    pattern: /(:|<|\bas)\s*any\b/,
    folders: ['src', 'commands'],
    instead: 'unknown and a check',
  },
  {
    what: 'leftovers',
    pattern: /\b(TODO|FIXME|HACK)\b|\bXXX:|\bdebugger\b|\.only\(/,
    folders: ['src', 'commands', 'tests'],
    except: /^tests\/tidy\//,
    instead: 'finishing it',
    where: 'text',
  },
  {
    what: 'silent skips',
    pattern: /@ts-ignore|@ts-nocheck|\btest\.todo\(/,
    folders: ['src', 'commands', 'tests'],
    except: /^tests\/tidy\//,
    instead: 'a type that fits',
    where: 'text',
  },
  {
    what: 'console',
    pattern: /\bconsole\.\w+\(/,
    folders: ['src', 'commands'],
    except: /^src\/(main|app)\.ts$|^src\/cli\/|^src\/sandbox\/page\//,
    instead: 'the logger',
  },
  {
    what: 'a default export',
    pattern: /^export default/,
    folders: ['src'],
    instead: 'a named export',
  },
];

describe('banned', () => {
  for (const ban of bans) {
    test(`${ban.what}: use ${ban.instead}`, () => {
      const found = sourcesBelow(...ban.folders)
        .filter((source) => !ban.except?.test(source.path))
        .flatMap((source) => matches(source, ban.pattern, ban.where));
      expect(found).toEqual([]);
    });
  }

  test('machine paths and registry hosts, in every tracked file', () => {
    const tracked = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' })
      .split('\n')
      .filter((path) => path && !/\.(png|jpg|svg|ttf|ico|woff2)$/.test(path));
    const pattern = /(^|[\s"'`(])\/(work|root|home)\/\w|registry\.npmjs|deb\.debian\.org/;
    const found = tracked
      .filter((path) => path !== 'tests/tidy/words.test.ts')
      .filter((path) => pattern.test(readFileSync(join(root, path), 'utf8')));
    expect(found).toEqual([]);
  });
});
