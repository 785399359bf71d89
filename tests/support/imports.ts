/** Imports into the bank of a test, as `npm run import` makes them. */
import { bookImport, type FileToImport, type Imported, undoImport } from '../../src/bank/index.ts';
import type { Undone } from '../../src/bank/index.ts';
import type * as m from '../../src/bank/model/index.ts';
import type { Pool } from '../../src/db/pool.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { idSource } from '../../src/lib/ids.ts';
import { hash } from 'node:crypto';
import { gems } from './bank.ts';

const nextId = idSource({ clock: systemClock, processNumber: 1022n });

/** By Discord id, in minor units. */
export type Balances = readonly (readonly [id: string, units: bigint])[];

export const fileOf = (balances: Balances, source = 'csv'): FileToImport => ({
  source,
  sha256: Buffer.from(hash('sha256', JSON.stringify(balances.map(String)), 'hex'), 'hex'),
  balances: balances.map(([discordUserId, units], index) => ({
    line: index + 2,
    file: null,
    position: index + 1,
    discordUserId,
    units,
  })),
});

export const importTools = (pool: Pool) => ({ pool, nextId, currency: gems });

export const importInto = async (pool: Pool, file: FileToImport): Promise<Imported> =>
  bookImport(importTools(pool), file);

export const undoIn = async (pool: Pool, id: m.RequestId): Promise<Undone> =>
  undoImport(importTools(pool), id);
