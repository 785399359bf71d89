/** Messages between the harness and a bank process over the process's channel. */
import type { Bank, BankEvent } from '../../../src/bank/index.ts';
import type { Door } from './door.ts';

/** The bank, and the ledger of its process for money that no command moves. */
export type Services = Bank & { readonly ledger: Door };

/** The services of a bank, which are groups of asynchronous functions. */
export type ServiceName = {
  [Name in keyof Services]: Services[Name] extends (...given: never[]) => unknown
    ? never
    : Name extends 'currency'
      ? never
      : Name;
}[keyof Services];

export interface BankOptions {
  readonly databaseUrl: string;
  readonly connections: number;
  readonly bcryptCost: number;
  /** Also seen by the database's expiry, so seldom changed. */
  readonly sessionIdleMs: number;
}

export type ToBank =
  | {
      readonly kind: 'call';
      readonly id: number;
      readonly service: ServiceName;
      readonly method: string;
      readonly given: readonly unknown[];
    }
  /** Moves the process's clock forward or back. */
  | { readonly kind: 'clock'; readonly offsetMs: number }
  | { readonly kind: 'memory'; readonly id: number };

export type FromBank =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'refusal'; readonly id: number; readonly code: string }
  | { readonly kind: 'defect'; readonly id: number; readonly message: string }
  | { readonly kind: 'event'; readonly event: BankEvent };
