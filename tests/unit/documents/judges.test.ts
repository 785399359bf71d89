/** Other people's accounting programs read the same sums from 300 random statements. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { decimalText, type Statement, type StatementLine } from '../../../src/bank/index.ts';
import { beancount, camt, hledger, ofx } from '../../../src/documents/index.ts';
import {
  isInstalled,
  newFolder,
  outputOf,
  run,
  runPython,
  write,
} from '../../support/judges/programs.ts';
import { randomStatement } from '../../support/statements.ts';

const count = 300;
const folder = newFolder();
const statements = Array.from({ length: count }, (_, seed) => randomStatement(seed));

async function linesOf(statement: Statement): Promise<StatementLine[]> {
  const all: StatementLine[] = [];
  for await (const lines of statement.lines()) all.push(...lines);
  return all;
}

/** Sums as the programs' books have them: income is negative. */
async function sumsOf(statement: Statement): Promise<Record<string, string>> {
  const { opening, closing, currency } = statement.head;
  const lines = await linesOf(statement);
  const total = (wanted: readonly StatementLine[]): bigint =>
    wanted.reduce((sum, { amount }) => sum + amount, 0n);
  const text = (sum: bigint): string => decimalText(sum, currency.scale);
  const [credits, debits] = [
    lines.filter(({ amount }) => amount > 0n),
    lines.filter(({ amount }) => amount < 0n),
  ];
  return {
    Assets: text(closing),
    ...(opening === 0n ? {} : { Equity: text(0n - opening) }),
    ...(credits.length === 0 ? {} : { Income: text(-total(credits)) }),
    ...(debits.length === 0 ? {} : { Expenses: text(-total(debits)) }),
  };
}

const numberOf = (text: string): string => text.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');

/** `293.99 EUR  assets` of each line of a balance report, by account. */
function balances(report: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const line of report.split('\n')) {
    const [, sum = '', account = ''] = /^\s*(-?[\d.]+) "?\w+"?\s+(\S.*)$/.exec(line) ?? [];
    const name = account.charAt(0).toUpperCase() + account.slice(1);
    if (sum !== '') found[name] = numberOf(sum);
  }
  return found;
}

async function wantedOf(statement: Statement): Promise<Record<string, string>> {
  const sums = Object.entries(await sumsOf(statement));
  // A report leaves out accounts without a balance.
  return Object.fromEntries(
    sums.map(([name, sum]) => [name, numberOf(sum)]).filter(([, sum]) => !/^-?0?$/.test(sum!)),
  );
}

const textsAt = (path: string, xpath: string): string[] =>
  run('xmllint', '--xpath', `${xpath}/text()`, path).trim().split('\n');

/** Read alone too, so that income and expenses can be compared. */
const singles = 20;
const pathOf = (seed: number): string => join(folder, `${seed}.journal`);
const all = join(folder, 'all.journal');

beforeAll(async () => {
  for (const [seed, statement] of statements.entries()) {
    await write(folder, `${seed}.journal`, hledger(statement));
  }
  const includes = statements.map((_, seed) => `include ${pathOf(seed)}\n`);
  writeFileSync(all, includes.join(''));
});

describe('the same sums are read', () => {
  /** Each statement has an account of its own, so one journal can include all of them. */
  async function checkJournals(program: string, all: string, path: (seed: number) => string) {
    const wanted: Record<string, string> = {};
    for (const { head } of statements) {
      const sum = numberOf(decimalText(head.closing, head.currency.scale));
      if (sum !== '0') wanted[`Assets:passbook:${head.accountNumber}`] = sum;
    }
    const report = run(program, '-f', all, 'balance', '--flat', '--no-total', 'assets');
    expect(balances(report)).toEqual(wanted);
    for (const seed of Array.from({ length: singles }, (_, index) => index)) {
      const one = run(program, '-f', path(seed), 'balance', '--depth', '1', '--no-total');
      expect(balances(one)).toEqual(await wantedOf(statements[seed]!));
    }
  }

  test.skipIf(!isInstalled('hledger'))('by hledger, which checks every balance', async () => {
    await checkJournals('hledger', all, pathOf);
  });

  test.skipIf(!isInstalled('ledger'))('by Ledger, which checks every balance', async () => {
    await checkJournals('ledger', all, pathOf);
  });

  test.skipIf(!isInstalled('bean-check'))('by Beancount', async () => {
    const paths: string[] = [];
    for (const [index, statement] of statements.entries()) {
      paths.push(await write(folder, `${index}.beancount`, beancount(statement)));
    }
    const judge = fileURLToPath(new URL('../../support/judges/read_beancount.py', import.meta.url));
    const answers = runPython(judge, paths.join('\n')).trim().split('\n');
    expect(answers).toHaveLength(count);
    for (const [index, answer] of answers.entries()) {
      const { errors, sums } = JSON.parse(answer) as {
        errors: string[];
        sums: Record<string, string>;
      };
      expect(errors).toEqual([]);
      const read = Object.entries(sums).map(([name, sum]) => [name, numberOf(sum)]);
      const wanted = await wantedOf(statements[index]!);
      expect(Object.fromEntries(read.filter(([, sum]) => !/^-?0?$/.test(sum!)))).toEqual(wanted);
    }
  });

  test.skipIf(!isInstalled('ofxdump'))('by ofxdump, to the cent', async () => {
    for (const statement of statements.slice(0, 60)) {
      const { scale } = statement.head.currency;
      const path = await write(folder, 'one.ofx', ofx(statement));
      const read = outputOf('ofxdump', path);
      const sums = [...read.matchAll(/Total money amount: (-?[\d.]+)/g)].map(([, sum]) =>
        Number(sum),
      );
      const lines = await linesOf(statement);
      expect(sums).toHaveLength(lines.length);
      for (const [index, { amount }] of lines.entries()) {
        expect(sums[index]).toBeCloseTo(Number(decimalText(amount, scale)), 1);
      }
      expect(read).toContain('Ledger balance:');
    }
  });

  test.skipIf(!isInstalled('xmllint'))('by an XML reader, from camt.053', async () => {
    for (const statement of statements.slice(0, 60)) {
      const path = await write(folder, 'one.xml', camt(statement));
      const wanted = (await linesOf(statement)).map(({ amount }) => amount);
      const texts = (name: string): string[] =>
        wanted.length === 0
          ? []
          : textsAt(path, `//*[local-name()='Ntry']/*[local-name()='${name}']`);
      const sides = texts('CdtDbtInd');
      const sums = texts('Amt').map((sum) => BigInt(sum.replace('.', '')));
      expect(sums.map((sum, index) => (sides[index] === 'DBIT' ? -sum : sum))).toEqual(wanted);
    }
  });
});
