/**
 * `npm run torture -- --planted`: plants one bug at a time into a copy of the project and runs the
 * stages that must fail.
 */
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { tortureFolder } from '../support/folders.ts';
import type { PlantedBug } from './bug.ts';
import { plantedBugs } from './bugs.ts';
import { copyTree, type TreeCopy } from './copy.ts';

const run = promisify(execFile);
const stageMs = 240_000;

interface Outcome {
  readonly bug: string;
  readonly caughtBy: string | null;
  /** The stage's first message. */
  readonly evidence: string;
  readonly seconds: number;
}

/** The first error in the output of a run. */
function complaint(output: string): string {
  const lines = output.split('\n');
  const violated = lines.find((line) => / is violated: /.test(line));
  const at = lines.findIndex((line) => /\bRED \(wanted/.test(line));
  // An aborted stage gives the reason in the next line.
  const red = lines.slice(at, at + (/ stage +failed/.test(lines[at] ?? '') ? 2 : 1)).join(': ');
  const words = violated ?? (at < 0 ? lines.findLast(Boolean) : red) ?? '';
  return words.trim().replaceAll(/\s{2,}/g, ' ');
}

async function isRed(
  copy: TreeCopy,
  stage: string,
  seed: string,
): Promise<{ readonly red: boolean; readonly output: string }> {
  const program = join(copy.folder, '.local/torture/build/tests/torture/run.js');
  const words = [program, '--short', '--seed', seed, '--only', stage];
  try {
    const { stdout } = await run(process.execPath, words, { timeout: stageMs });
    return { red: false, output: stdout };
  } catch (error) {
    const { stdout = '', killed = false } = error as { stdout?: string; killed?: boolean };
    return { red: true, output: killed ? `${stdout}\nno end within ${stageMs} ms` : stdout };
  }
}

async function tryBug(copy: TreeCopy, bug: PlantedBug, seed: string): Promise<Outcome> {
  const begun = performance.now();
  const over = (caughtBy: string | null, evidence: string): Outcome => {
    const seconds = Math.round((performance.now() - begun) / 100) / 10;
    return { bug: bug.name, caughtBy, evidence, seconds };
  };
  try {
    await copy.plant(bug.edits);
  } catch (error) {
    return over(null, error instanceof Error ? error.message : 'could not be planted');
  }
  for (const stage of bug.stages) {
    const { red, output } = await isRed(copy, stage, seed);
    if (red) return over(stage, complaint(output));
  }
  return over(null, `green in ${bug.stages.join(', ')}`);
}

/** The unchanged copy must pass every stage that is used. */
async function control(copy: TreeCopy, bugs: readonly PlantedBug[], seed: string) {
  await copy.plant([]);
  const stages = new Set(bugs.flatMap((bug) => bug.stages));
  for (const stage of stages) {
    const { red, output } = await isRed(copy, stage, seed);
    if (red) return `${stage} is red without any bug: ${complaint(output)}`;
  }
  return null;
}

export async function runPlanted(options: {
  readonly seed: string;
  readonly only: readonly string[];
  readonly say: (line: string) => void;
}): Promise<number> {
  const { seed, only, say } = options;
  const bugs = plantedBugs.filter(
    ({ name }) => only.length === 0 || only.some((word) => name.startsWith(word)),
  );
  const copy = await copyTree();
  const wrong = await control(copy, bugs, seed);
  if (wrong !== null) {
    say(wrong);
    return 1;
  }
  const outcomes: Outcome[] = [];
  for (const bug of bugs) {
    const outcome = await tryBug(copy, bug, seed);
    outcomes.push(outcome);
    const { caughtBy, evidence, seconds } = outcome;
    const verdict = caughtBy === null ? 'NOT CAUGHT' : `caught by ${caughtBy}`;
    say(`  ${bug.name}: ${verdict} in ${seconds} s\n    ${evidence}`);
  }
  const caught = outcomes.filter(({ caughtBy }) => caughtBy !== null).length;
  await mkdir(tortureFolder, { recursive: true });
  const file = join(tortureFolder, 'planted.json');
  await writeFile(file, `${JSON.stringify({ seed, caught, outcomes }, null, 2)}\n`);
  say(`${caught} of ${bugs.length} planted bugs caught`);
  return caught === bugs.length ? 0 : 1;
}
