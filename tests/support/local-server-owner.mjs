/** A process that owns a private database server, for tests that kill it: uses the built modules. */
import { explain } from '../../dist/src/app/explain.js';
import { choosePrograms } from '../../dist/src/db/local/choose.js';
import { startServerProcess } from '../../dist/src/db/local/process.js';
import { startLocalServer } from '../../dist/src/db/local/server.js';

const [mode, folder, cacheFolder] = process.argv.slice(2);
const print = (line) => process.stdout.write(`${line}\n`);
const choice = {
  cacheFolder,
  searchPath: process.env.PATH ?? '',
  progress: ({ code }) => print(code),
};

if (mode === 'choose') {
  await choosePrograms(null, choice).then(
    (programs) => print(`found ${programs.length}`),
    (error) => print(explain(error).join('\n')),
  );
} else if (mode === 'watched' || mode === 'unwatched') {
  // Watched: as on a system whose kernel cannot tie a child to its parent.
  const [program] = await choosePrograms(null, choice);
  const place = { folder, socket: `${folder}/db.sock`, durability: 'strict' };
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
