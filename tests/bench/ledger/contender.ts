import type { DatabaseAddress } from '../../../src/lib/database-address.ts';
import type { IdSource } from '../../../src/lib/ids.ts';
import type { Customer } from '../support/population.ts';

export interface Transfer {
  readonly from: Customer;
  readonly to: Customer;
  readonly amount: bigint;
  readonly memo: string;
}

/** A way to book transfers; all of them write the same rows into the same tables. */
export interface Contender {
  readonly name: string;
  /** Of one transfer, where it is not one: two entries each. */
  readonly postings?: number;
  open(setting: {
    readonly address: DatabaseAddress;
    readonly nextId: IdSource;
    /** Number of simultaneous callers. */
    readonly callers: number;
  }): Promise<OpenContender>;
}

export interface OpenContender {
  /** Resolves when the transfer is durable. */
  transfer(transfer: Transfer): Promise<unknown>;
  close(): Promise<void>;
}

/** More connections than this only made the others slower on the machines tried. */
export const connectionsMax = 64;

/** A fingerprint of the right size; the competitors do not spend time on computing one. */
export const someFingerprint = Buffer.alloc(32, 7);

export const connectionsFor = (callers: number): number => Math.min(callers, connectionsMax);
