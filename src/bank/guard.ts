import { isUnavailable, OutcomeUnknown } from '../db/errors.ts';
import { BankError } from './model/index.ts';

type Service = Readonly<Record<string, unknown>>;

/**
 * Callers get only BankErrors and defects: a database that is down, full or slow is BANK_BUSY. The
 * ledger and `changeOnce` have already reported unknown outcomes as their own errors.
 */
function translated(error: unknown): unknown {
  const busy = isUnavailable(error) || error instanceof OutcomeUnknown;
  return busy ? new BankError('BANK_BUSY', null, error) : error;
}

/** The same service; its promises reject with translated errors. */
function guarded<Guarded extends object>(service: Guarded): Guarded {
  const functions = Object.entries(service as Service).map(([name, member]) => {
    if (typeof member !== 'function') return [name, member];
    const call = (...given: unknown[]): unknown => {
      const answer: unknown = member(...given);
      if (!(answer instanceof Promise)) return answer;
      return answer.catch((error: unknown) => {
        throw translated(error);
      });
    };
    return [name, call];
  });
  return Object.fromEntries(functions) as Guarded;
}

/** Applied once, where the bank is composed. */
export const guardedAll = <Services extends Record<string, object>>(services: Services): Services =>
  Object.fromEntries(
    Object.entries(services).map(([name, service]) => [name, guarded(service)]),
  ) as Services;
