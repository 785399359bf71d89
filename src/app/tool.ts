/** What the tools beside the bank have in common: settings, words for people, an exit code. */
import { type Config, loadConfig } from '../config/config.ts';
import { explain } from './explain.ts';
import { outliveReaders } from './terminal.ts';

export const say = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);

/** Runs a tool and ends the process with its answer: 0 for good, 1 for bad, 2 for could not. */
export async function runTool(
  work: (config: Config, words: readonly string[]) => Promise<0 | 1>,
): Promise<void> {
  outliveReaders();
  try {
    process.exitCode = await work(loadConfig(), process.argv.slice(2));
  } catch (error) {
    for (const line of explain(error)) complain(line);
    process.exitCode = 2;
  }
}
