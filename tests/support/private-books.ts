/** The private database of a bank that runs in a process of its own. */
import { readFileSync } from 'node:fs';
import { createPool, type Pool } from '../../src/db/pool.ts';
import { processesNaming } from './process.ts';

/** `folder` is the bank's data folder. */
export function databasePid(folder: string): number {
  const [pid] = processesNaming('--datadir=').filter((id) => processesNaming(folder).includes(id));
  if (pid === undefined) throw new Error('No database process of this test');
  return pid;
}

/** By the server's own socket, read from its command line. */
export function openBooks(folder: string): Pool {
  const words = readFileSync(`/proc/${databasePid(folder)}/cmdline`, 'utf8').split('\0');
  const socketPath = words.find((word) => word.startsWith('--socket='))?.slice(9) ?? null;
  const address = {
    host: 'localhost',
    port: 3306,
    user: 'root',
    password: '',
    tls: 'off',
  } as const;
  return createPool({ ...address, socketPath, schema: 'passbook' });
}
