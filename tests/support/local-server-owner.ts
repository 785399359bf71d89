/** A process that owns a private database server, for tests that kill it. */
import { explain } from '../../src/app/explain.ts';
import { choosePrograms } from '../../src/db/local/choose.ts';
import { startServerProcess } from '../../src/db/local/process.ts';
import type { LocalStep } from '../../src/db/local/reports.ts';
import { startLocalServer } from '../../src/db/local/server.ts';

const [mode, folder = '', cacheFolder = ''] = process.argv.slice(2);
const print = (line: string) => process.stdout.write(`${line}\n`);
const choice = {
  cacheFolder,
  searchPath: process.env.PATH ?? '',
  progress: ({ code }: LocalStep) => print(code),
};

if (mode === 'choose') {
  await choosePrograms(null, choice).then(
    (programs) => print(`found ${programs.length}`),
    (error) => print(explain(error).join('\n')),
  );
} else if (mode === 'watched' || mode === 'unwatched') {
  // Watched: as on a system whose kernel cannot tie a child to its parent.
  const [program] = await choosePrograms(null, choice);
  if (program === undefined) throw new Error('there is no program');
  const place = { folder, socket: `${folder}/db.sock`, durability: 'strict' } as const;
  const server = await startServerProcess(program, place, mode === 'watched');
  print('started');
  process.on('SIGTERM', () => {
    void server.stop('gently').then(() => process.exit(0));
  });
  setInterval(() => {}, 1_000);
} else {
  const schema = 'passbook';
  await startLocalServer({ ...choice, folder, schema, durability: 'strict' });
  print('started');
  setInterval(() => {}, 1_000);
}
