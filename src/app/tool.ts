/** Shared by the command-line tools: settings, output and exit code. */
import { type Config, loadConfig } from '../config/config.ts';
import { explain } from './explain.ts';
import { outliveReaders } from './terminal.ts';

export const say = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);

/** Runs a tool and sets the exit code: 0 good, 1 bad, 2 could not run. */
export async function runTool(
  work: (config: Config, options: readonly string[]) => Promise<0 | 1>,
): Promise<void> {
  outliveReaders();
  try {
    process.exitCode = await work(loadConfig(), process.argv.slice(2));
  } catch (error) {
    for (const line of explain(error)) complain(line);
    process.exitCode = 2;
  }
}
