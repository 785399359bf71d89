/** `npm run torture`: runs the stages, prints a table of figures and JSON, and passes or fails. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bankKills, bothKills, connectionKills, databaseKills } from './stages/crashes.ts';
import { concurrency } from './stages/concurrency.ts';
import { backups } from './stages/backups.ts';
import { chat } from './stages/chat.ts';
import { clocks } from './stages/clocks.ts';
import { galera } from './stages/cluster.ts';
import { interest } from './stages/interest.ts';
import { contract } from './stages/contract.ts';
import { locks } from './stages/locks.ts';
import { log } from './stages/log.ts';
import { lostAnswers } from './stages/lost-answers.ts';
import { pauses } from './stages/pauses.ts';
import { connections, fullDisk, passwords } from './stages/starvation.ts';
import { plantedBugs } from './planted/bugs.ts';
import { runPlanted } from './planted/planted.ts';
import { soakOf } from './stages/soak.ts';
import { isRed, type Stage, type StageContext, type StageResult } from './stages/stage.ts';
import { tortureFolder } from './support/folders.ts';
import { stageTable } from './support/table.ts';
import { wholeRun } from './whole-run.ts';

const stages: readonly Stage[] = [
  contract,
  concurrency,
  databaseKills,
  bankKills,
  bothKills,
  connectionKills,
  lostAnswers,
  pauses,
  locks,
  clocks,
  connections,
  passwords,
  fullDisk,
  interest,
  backups,
  log,
  chat,
  galera,
];

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: `${Math.floor(Math.random() * 1_000_000)}` },
    short: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    factor: { type: 'string', default: '1' },
    list: { type: 'boolean', default: false },
    planted: { type: 'boolean', default: false },
    soak: { type: 'boolean', default: false },
    hours: { type: 'string', default: '1' },
    lanes: { type: 'string', default: '1' },
  },
});

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function runStage(stage: Stage, context: StageContext): Promise<StageResult> {
  try {
    return await stage.run(context);
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : 'unknown';
    const wanted = { text: 'finished', isMet: false };
    return { figures: [{ name: 'stage', value: 'failed', wanted }], verdict: text };
  }
}

function report({ name, about }: Stage, result: StageResult, logged: readonly string[]): void {
  say(`\n— ${name}: ${about}`);
  for (const line of logged) say(line);
  say(result.skipped === undefined ? stageTable(result) : `  skipped: ${result.skipped}`);
  if (result.verdict !== null) say(result.verdict.replaceAll(/^/gm, '  '));
}

/**
 * Runs the stages, each on its own servers; `lanes` of them at a time, since most of a stage is
 * waiting. Several lanes begin at the end of the list, where the longest stages are.
 */
async function runStages(
  chosen: readonly Stage[],
  context: Omit<StageContext, 'log'>,
  lanes: number,
): Promise<Record<string, StageResult>> {
  const results = new Map<string, StageResult>();
  const waiting = lanes > 1 ? chosen.toReversed() : [...chosen];
  const lane = async (): Promise<void> => {
    for (let stage = waiting.shift(); stage !== undefined; stage = waiting.shift()) {
      const logged: string[] = [];
      const result = await runStage(stage, { ...context, log: (line) => logged.push(line) });
      results.set(stage.name, result);
      report(stage, result, logged);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return Object.fromEntries(chosen.map(({ name }) => [name, results.get(name)!]));
}

async function main(): Promise<number> {
  if (values.list) {
    for (const { name, about } of stages) say(`${name}: ${about}`);
    return 0;
  }
  const wanted = values.only.split(',').filter(Boolean);
  // The drill at its end restores the backups made under load.
  const asked = values.soak ? [soakOf(Number(values.hours)), backups] : stages;
  const names = (values.planted ? plantedBugs : asked).map(({ name }) => name);
  const strange = wanted.find((word) => !names.some((name) => name.startsWith(word)));
  if (strange !== undefined) {
    say(`Nothing begins with "${strange}". Known: ${names.join(', ')}`);
    return 1;
  }
  if (values.planted) return runPlanted({ seed: values.seed, only: wanted, say });
  const chosen = asked.filter(
    ({ name }) => wanted.length === 0 || wanted.some((word) => name.startsWith(word)),
  );
  const { seed, short: isShort } = values;
  say(`Seed ${seed}${isShort ? ', short form' : ''}: ${chosen.length} stages`);
  const context = { seed, isShort, factor: Number(values.factor) };
  const results = await runStages(chosen, context, Number(values.lanes));
  const isWhole = !isShort && !values.soak && chosen.length === stages.length;
  if (isWhole) {
    results['whole run'] = wholeRun(results);
    say(`\n— whole run: all stages together\n${stageTable(results['whole run'])}`);
  }
  await mkdir(tortureFolder, { recursive: true });
  const file = join(
    tortureFolder,
    isWhole ? 'figures.json' : `figures-${isShort ? 'short' : 'part'}.json`,
  );
  await writeFile(file, `${JSON.stringify({ seed, isShort, stages: results }, null, 2)}\n`);
  const red = Object.entries(results).filter(([, result]) => isRed(result));
  say(`\nFigures in ${file.slice(file.indexOf('.local'))}`);
  say(red.length === 0 ? 'GREEN' : `RED: ${red.map(([name]) => name).join(', ')}`);
  return red.length === 0 ? 0 : 1;
}

process.exitCode = await main();
