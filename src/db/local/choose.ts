import { lockFolder } from '../../lib/folder-lock.ts';
import { fetchProgram } from './fetch.ts';
import { fits, LocalServerError } from './place.ts';
import { fetchedProgram, machinePrograms, type DatabaseProgram } from './program.ts';
import { join } from 'node:path';

const fetchWaitMs = 300_000;

function noProgram(why: string): LocalServerError {
  return new LocalServerError(
    [
      `Passbook found no database to use: ${why}.`,
      'Choose one:',
      '  1. Set DATABASE_URL=mysql://user:password@host:3306/passbook (MariaDB 10.6+ or MySQL 8+).',
      '  2. Install a server: apt-get install mariadb-server-core · dnf install mariadb-server ·',
      '     brew install mariadb. Passbook runs it privately; no service needs to be started.',
      '  3. docker run -d -p 127.0.0.1:3306:3306 -e MARIADB_ROOT_PASSWORD=secret mariadb:11',
      '     and DATABASE_URL=mysql://root:secret@127.0.0.1:3306/passbook',
    ].join('\n'),
  );
}

export interface ProgramChoice {
  readonly cacheFolder: string;
  /** PATH. */
  readonly searchPath: string;
  readonly progress: (line: string) => void;
}

/** Candidates that can read the data, best first; fetches one only when the machine has none. */
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
    throw noProgram(`the data was written by ${mark}, and no server that can read it is here`);
  }
  const lock = await lockFolder(cacheFolder, fetchWaitMs);
  if (lock === null) throw noProgram('another process has been fetching one for minutes');
  try {
    // Another process may have fetched it while this one waited.
    const program = (await fetchedProgram(target)) ?? (await fetchProgram(cacheFolder, progress));
    if (fits(program, mark)) return [program];
  } catch (error) {
    const why = error instanceof Error ? error.message : 'failed';
    const without =
      mark === null
        ? 'none is installed'
        : `the data was written by ${mark}, which no server here can read`;
    throw noProgram(`${without}, and ${why}`);
  } finally {
    await lock.release();
  }
  throw noProgram(`the data folder was written by ${mark}, and only an older server is here now`);
}
