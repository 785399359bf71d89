/**
 * Three MariaDB nodes on this machine that form a Galera cluster. They start from copies of one
 * data folder, so that a joining node needs only missed changes, never a whole copy.
 */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { appendFile, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { DatabaseAddress } from '../../../src/lib/database-address.ts';
import { commonOptions, initialise } from '../../../src/db/local/initialise.ts';
import { makePrivateFolder, socketPath } from '../../../src/db/local/place.ts';
import { lastComplaint } from '../../../src/db/local/process.ts';
import { programEnvironment, type DatabaseProgram } from '../../../src/db/local/program.ts';
import { createPool, type Pool } from '../../../src/db/pool.ts';
import { textOf } from '../../../src/db/rows.ts';
import { freePorts } from '../support/ports.ts';
import { galeraLibrary } from './galera-fetch.ts';
import { databaseProgram } from './server.ts';

const run = promisify(execFile);
const readyMs = 60_000;
const user = 'passbook';
const password = 'torture';

export interface GaleraNode {
  readonly name: string;
  readonly port: number;
  /** A direct connection over the private socket; the caller closes it. */
  pool(schema: string | null): Pool;
  /** The value of a `wsrep_…` status variable; null if the node does not answer. */
  status(name: string): Promise<string | null>;
  readonly isRunning: boolean;
  kill(): Promise<void>;
  pause(): void;
  resume(): void;
  /** Disconnects it from the others, or reconnects it, like a broken network. */
  isolate(on: boolean): Promise<void>;
  /** Joins the cluster, or bootstraps it, from the end of its log; waits until it is ready. */
  start(isFirst?: boolean): Promise<void>;
  /** The last change in its log: the node with the highest one bootstraps a dead cluster. */
  position(): Promise<bigint>;
  stop(): Promise<void>;
}

export interface GaleraCluster {
  readonly nodes: readonly GaleraNode[];
  /** The ordered list for `DATABASE_URL`. */
  address(schema: string): DatabaseAddress;
  /** After all were killed: bootstraps from the most recent node, and lets the others join. */
  bootstrap(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Called by the server when a node joins. It only reports the position where the node continues;
 * Galera sends the changes. A node that needs more than the others' history is
 * refused: nothing here copies whole data folders.
 */
const stateTransfer = `#!/bin/sh
while [ $# -gt 0 ]; do
  case "$1" in
    --role) role=$2; shift ;;
    --address) address=$2; shift ;;
    --datadir) datadir=$2; shift ;;
    --gtid) gtid=$2; shift ;;
    --bypass) bypass=yes ;;
  esac
  shift
done
timeout 5 cat > /dev/null
if [ "$role" = joiner ]; then
  file="\${datadir%/}.joining"
  rm -f "$file"
  echo "ready 127.0.0.1:4444$file"
  while [ ! -s "$file" ]; do sleep 0.05; done
  cat "$file"
else
  [ "$bypass" = yes ] || exit 1
  file="/\${address#*/}"
  echo "$gtid" > "$file.new"
  mv "$file.new" "$file"
  echo "done $gtid"
fi
`;

interface Place {
  readonly number: number;
  readonly folder: string;
  readonly socket: string;
  readonly port: number;
  readonly group: number;
  readonly transfer: number;
}

interface Setting {
  /** The folder in which the server looks for the state transfer script. */
  readonly tools: string;
  readonly program: DatabaseProgram;
  readonly library: string;
  readonly places: readonly Place[];
}

function nodeOptions({ program, library, places }: Setting, place: Place): string[] {
  const { folder, socket, port, group, transfer, number } = place;
  const members = places.map((one) => `127.0.0.1:${one.group}`).join(',');
  const provider = [
    `base_port=${group}`,
    `gmcast.listen_addr=tcp://127.0.0.1:${group}`,
    `ist.recv_addr=127.0.0.1:${transfer}`,
    'gcache.size=256M',
    'gcache.recover=yes',
    'pc.recovery=no',
    'evs.keepalive_period=PT0.5S',
    'evs.suspect_timeout=PT2S',
    'evs.inactive_timeout=PT5S',
    'evs.install_timeout=PT5S',
  ];
  return [
    ...commonOptions(program, folder),
    `--datadir=${join(folder, 'data')}`,
    `--socket=${socket}`,
    `--pid-file=${join(folder, 'db.pid')}`,
    `--log-error=${join(folder, 'db.log')}`,
    '--bind-address=127.0.0.1',
    `--port=${port}`,
    '--skip-name-resolve',
    '--character-set-server=utf8mb4',
    '--innodb-flush-log-at-trx-commit=1',
    '--innodb-buffer-pool-size=128M',
    '--innodb-autoinc-lock-mode=2',
    '--binlog-format=ROW',
    '--default-storage-engine=InnoDB',
    '--wsrep-on=ON',
    // Where this plugin is loaded (11.8), the provider's options cannot be changed later.
    '--loose-plugin-wsrep-provider=OFF',
    `--wsrep-provider=${library}`,
    '--wsrep-cluster-name=torture',
    `--wsrep-cluster-address=gcomm://${members}`,
    `--wsrep-node-name=node${number}`,
    `--wsrep-node-address=127.0.0.1:${group}`,
    `--wsrep-provider-options=${provider.join(';')}`,
    '--wsrep-slave-threads=2',
    '--wsrep-sst-method=history',
  ];
}

const addressOf = ({ port }: Place, schema: string): DatabaseAddress => ({
  host: '127.0.0.1',
  port,
  socketPath: null,
  user,
  password,
  schema,
  tls: 'off',
});

function openNode(setting: Setting, place: Place): GaleraNode {
  const { program } = setting;
  const { folder, socket, number } = place;
  const path = `${setting.tools}:/usr/bin:/bin`;
  const env = { PATH: path, ...programEnvironment(program.libraries) };
  const options = nodeOptions(setting, place);
  let child: ChildProcess | null = null;
  let gone: Promise<void> = Promise.resolve();

  const pool = (schema: string | null): Pool => {
    const local = { ...addressOf(place, schema ?? 'mysql'), user: 'root', password: '' };
    const limits = { connections: 2, statementMs: 300_000, acquireMs: 2_000 };
    return createPool({ ...local, socketPath: socket }, { schema, limits });
  };
  const once = async <Value>(work: (one: Pool) => Promise<Value>): Promise<Value> => {
    const one = pool(null);
    try {
      return await work(one);
    } finally {
      await one.close();
    }
  };
  const status = async (name: string): Promise<string | null> =>
    once(async (one) => {
      const rows = await one.rows(`SHOW GLOBAL STATUS LIKE '${name}'`);
      return rows[0] === undefined ? null : textOf(rows[0], 'Value');
    }).catch(() => null);
  const isRunning = () => child !== null && child.exitCode === null && child.signalCode === null;
  /** `uuid:seqno` of the last change in its own log. */
  const recovered = async (): Promise<string> => {
    const log = join(folder, 'recover.log');
    await writeFile(log, '');
    const words = [...options, '--wsrep-recover', `--log-error=${log}`];
    await run(program.file, words, { env, cwd: folder }).catch(() => {});
    const found = /Recovered position:?\s*([0-9a-f-]{36}:-?\d+)/.exec(await readFile(log, 'utf8'));
    if (found === null) throw new Error(`node ${number} does not tell its position`);
    return found[1]!;
  };
  const begin = async (isFirst: boolean): Promise<void> => {
    await rm(socket, { force: true });
    const position = await recovered();
    const words = [
      ...options,
      `--wsrep-start-position=${position}`,
      ...(isFirst ? ['--wsrep-new-cluster'] : []),
    ];
    const started = spawn('setpriv', ['--pdeathsig', 'KILL', program.file, ...words], {
      cwd: folder,
      stdio: 'ignore',
      env,
    });
    child = started;
    gone = new Promise((resolve) => {
      started.once('exit', () => resolve());
    });
  };
  const ready = async (): Promise<void> => {
    const deadline = performance.now() + readyMs;
    while ((await status('wsrep_local_state_comment')) !== 'Synced') {
      if (!isRunning() || performance.now() > deadline) {
        throw new Error(`node ${number} does not join: ${await lastComplaint(folder)}`);
      }
      await sleep(50);
    }
  };
  /** The state file of a killed node forbids it to bootstrap a cluster. */
  const allowFirst = async (): Promise<void> => {
    const file = join(folder, 'data/grastate.dat');
    const text = await readFile(file, 'utf8').catch(() => '');
    await writeFile(file, text.replace('safe_to_bootstrap: 0', 'safe_to_bootstrap: 1'));
  };
  return {
    name: `node ${number}`,
    port: place.port,
    pool,
    status,
    get isRunning() {
      return isRunning();
    },
    kill: async () => {
      child?.kill('SIGKILL');
      await gone;
    },
    pause: () => void child?.kill('SIGSTOP'),
    resume: () => void child?.kill('SIGCONT'),
    isolate: async (on) => {
      await once(async (one) =>
        one.write(`SET GLOBAL wsrep_provider_options = 'gmcast.isolate=${on ? 1 : 0}'`),
      );
    },
    start: async (isFirst = false) => {
      if (isFirst) await allowFirst();
      await begin(isFirst);
      await ready();
    },
    position: async () => BigInt((await recovered()).split(':')[1]!),
    stop: async () => {
      if (!isRunning()) return;
      child?.kill('SIGCONT');
      child?.kill('SIGTERM');
      const timer = setTimeout(() => child?.kill('SIGKILL'), 20_000);
      await gone;
      clearTimeout(timer);
    },
  };
}

/** The first node alone, with a user for the network, before the others are copied from it. */
async function seedData(setting: Setting, schemas: readonly string[]): Promise<void> {
  const { program, places } = setting;
  const [first, ...others] = places;
  await initialise(program, first!.folder);
  const node = openNode(setting, first!);
  await node.start(true);
  const pool = node.pool(null);
  await pool.write(`CREATE USER '${user}'@'127.0.0.1' IDENTIFIED BY '${password}'`);
  await pool.write(`GRANT ALL ON *.* TO '${user}'@'127.0.0.1'`);
  for (const schema of schemas) {
    await pool.write(`CREATE DATABASE ${schema} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  }
  await pool.close();
  await node.stop();
  for (const { folder } of others) {
    await cp(join(first!.folder, 'data'), join(folder, 'data'), { recursive: true });
    await rm(join(folder, 'data/gvwstate.dat'), { force: true });
  }
}

/** Throws if Galera cannot be fetched or does not run here. */
export async function startCluster(
  parent: string,
  schemas: readonly string[],
): Promise<GaleraCluster> {
  const [program, library] = await Promise.all([databaseProgram('mariadb'), galeraLibrary()]);
  const ports = await freePorts(9);
  const places = await Promise.all(
    [0, 1, 2].map(async (index): Promise<Place> => {
      const folder = await makePrivateFolder(join(parent, `node${index + 1}`));
      await mkdir(join(folder, 'tmp'), { recursive: true });
      await appendFile(join(folder, 'db.log'), '');
      const [port = 0, group = 0, transfer = 0] = ports.slice(index * 3, index * 3 + 3);
      const socket = await socketPath(folder);
      return { number: index + 1, folder, socket, port, group, transfer };
    }),
  );
  const tools = join(parent, 'tools');
  await mkdir(tools, { recursive: true });
  await writeFile(join(tools, 'wsrep_sst_history'), stateTransfer, { mode: 0o755 });
  const setting = { tools, program, library, places };
  await seedData(setting, schemas);
  const nodes = places.map((place) => openNode(setting, place));
  await nodes[0]!.start(true);
  for (const node of nodes.slice(1)) await node.start();
  return {
    nodes,
    address: (schema) => ({
      ...addressOf(places[0]!, schema),
      others: places.slice(1).map(({ port }) => ({ host: '127.0.0.1', port })),
    }),
    bootstrap: async () => {
      const positions: { node: GaleraNode; position: bigint }[] = [];
      for (const node of nodes) positions.push({ node, position: await node.position() });
      const [most, ...rest] = positions.toSorted((one, other) =>
        one.position > other.position ? -1 : 1,
      );
      await most!.node.start(true);
      for (const { node } of rest) await node.start();
    },
    stop: async () => {
      for (const node of nodes.toReversed()) await node.stop();
    },
  };
}
