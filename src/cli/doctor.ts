/**
 * `npm run doctor`: checks settings, database, secrets, books, backups, mail and Discord. Exits 0,
 * or 2 after an error; with `--strict`, 1 after a warning. `--json` prints the findings as JSON.
 */
import { parseArgs } from 'node:util';
import { checkNode } from '../app/doctor/machine.ts';
import { examine } from '../app/doctor/examine.ts';
import { explain } from '../app/explain.ts';
import { outliveReaders } from '../app/terminal.ts';
import { say } from '../app/tool.ts';
import { type Config, ConfigError, loadConfig } from '../config/config.ts';
import { countsOf, failure, type Finding, worstOf } from '../lib/finding.ts';
import { words } from '../words/index.ts';

const { doctor } = words.replies;

function settings(): Config | readonly Finding[] {
  try {
    return loadConfig();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const wrong = error.lines.map((line) =>
      failure('settings', doctor.machine.settings.wrong(line)),
    );
    return [checkNode(), ...wrong];
  }
}

const isSettings = (known: Config | readonly Finding[]): known is Config => !Array.isArray(known);

const lineOf = ({ check, level, says, advice }: Finding): string =>
  `${doctor.levels[level].padEnd(8)} ${check.padEnd(18)} ${[says, advice ?? ''].join(' ').trim()}`;

function print(findings: readonly Finding[], asJson: boolean): void {
  if (asJson) return say(JSON.stringify(findings, null, 2));
  for (const finding of findings) say(lineOf(finding));
  say(doctor.summary(countsOf(findings)));
}

outliveReaders();
try {
  const { values } = parseArgs({
    options: { json: { type: 'boolean' }, strict: { type: 'boolean' } },
  });
  const known = settings();
  const findings = isSettings(known) ? await examine(known) : known;
  print(findings, values.json === true);
  const worst = worstOf(findings);
  process.exitCode = worst === 'error' ? 2 : worst === 'warning' && values.strict === true ? 1 : 0;
} catch (error) {
  for (const line of explain(error)) process.stderr.write(`${line}\n`);
  process.exitCode = 2;
}
