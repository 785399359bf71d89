/**
 * The blind writer with callers: the same statements, made during the run for waiting callers, in
 * one message and a commit. Nothing is read, checked or locked, and only one process may write.
 */
import { blindBatches, connectBlind } from './blind.ts';
import type { Contender, Transfer } from './contender.ts';

const connections = 2;
const batchMax = 500;

interface Waiting {
  readonly transfer: Transfer;
  readonly done: (value?: unknown) => void;
  readonly failed: (error: unknown) => void;
}

export const blindWithCallers: Contender = {
  name: 'blind writer with callers',
  open: async ({ address, nextId }) => {
    const make = blindBatches(nextId);
    const lines = await Promise.all(
      Array.from({ length: connections }, async () =>
        connectBlind(address, { multipleStatements: true }),
      ),
    );
    const free = [...lines];
    const busy = new Set<bigint>();
    let waiting: Waiting[] = [];
    let scheduled = false;

    /** Batches under way share no account, because their balances are computed before. */
    const take = (share: number): Waiting[] => {
      const batch: Waiting[] = [];
      const rest: Waiting[] = [];
      for (const one of waiting) {
        const { from, to } = one.transfer;
        const blocked = busy.has(from.accountId) || busy.has(to.accountId);
        (blocked || batch.length >= share ? rest : batch).push(one);
      }
      waiting = rest;
      return batch;
    };
    const write = async (line: (typeof lines)[number], batch: readonly Waiting[]) => {
      const accounts = batch.flatMap(({ transfer: { from, to } }) => [from, to]);
      for (const { accountId } of accounts) busy.add(accountId);
      const texts = make(batch.map(({ transfer: { from, to } }) => [from, to]));
      try {
        await line.query(['START TRANSACTION', ...texts].join(';'));
        await line.query('COMMIT');
        for (const { done } of batch) done();
      } catch (error) {
        for (const { failed } of batch) failed(error);
      }
      for (const { accountId } of accounts) busy.delete(accountId);
      free.push(line);
      schedule();
    };
    const pump = () => {
      scheduled = false;
      while (free.length > 0) {
        const batch = take(Math.min(batchMax, Math.ceil(waiting.length / free.length)));
        if (batch.length === 0) return;
        void write(free.pop()!, batch);
      }
    };
    const schedule = () => {
      if (scheduled || waiting.length === 0) return;
      scheduled = true;
      setImmediate(pump);
    };
    return {
      transfer: async (transfer) =>
        new Promise((done, failed) => {
          waiting.push({ transfer, done, failed });
          schedule();
        }),
      close: async () => {
        await Promise.all(lines.map(async (line) => line.end()));
      },
    };
  },
};
