/** Chooses a server program that can run on the data: one on the machine, or a fetched one. */
import { join } from 'node:path';
import { lockFolder } from '../../lib/folder-lock.ts';
import { FetchError, fetchProgram } from './fetch.ts';
import { fits } from './place.ts';
import { fetchedProgram, machinePrograms, type DatabaseProgram } from './program.ts';
import { LocalServerError, type NoProgram, type ReportStep } from './reports.ts';

const fetchWaitMs = 300_000;

const noProgram = (reason: NoProgram): LocalServerError =>
  new LocalServerError({ code: 'no-program', ...reason });

export interface ProgramChoice {
  readonly cacheFolder: string;
  /** PATH. */
  readonly searchPath: string;
  readonly progress: ReportStep;
}

/** Programs that can read the data, best first; fetches one only if the machine has none. */
export async function choosePrograms(
  mark: string | null,
  { cacheFolder, searchPath, progress }: ProgramChoice,
): Promise<DatabaseProgram[]> {
  const target = join(cacheFolder, 'mariadb');
  const cached = await fetchedProgram(target);
  const known = [...(await machinePrograms(searchPath)), ...(cached === null ? [] : [cached])];
  const fitting = known.filter((program) => fits(program, mark));
  if (fitting.length > 0) return fitting;
  if (mark !== null && (cached !== null || mark.startsWith('mysql'))) {
    throw noProgram({ why: 'unreadable', writtenBy: mark });
  }
  const lock = await lockFolder(cacheFolder, fetchWaitMs);
  if (lock === null) throw noProgram({ why: 'fetched-elsewhere' });
  try {
    // Another process may have fetched it while this one waited for the lock.
    const program = (await fetchedProgram(target)) ?? (await fetchProgram(cacheFolder, progress));
    if (fits(program, mark)) return [program];
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    throw noProgram({ why: 'not-fetched', writtenBy: mark, fetch: error.trouble });
  } finally {
    await lock.release();
  }
  throw noProgram({ why: 'older', writtenBy: mark ?? '' });
}
