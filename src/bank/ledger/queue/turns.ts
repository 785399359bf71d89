/**
 * Whose turn it is: requests of one account run in the order of their arrival. One object for each
 * account in use, so that nothing is looked up while requests are chosen.
 */
import type * as m from '../../model/index.ts';

/** What is going on with an account that requests wait for or use. */
export interface AccountUse {
  readonly id: m.AccountId;
  /** Requests that were accepted and have no answer yet. */
  requests: number;
  /** A batch is still to lock it. */
  isWanted: boolean;
  /** Batches that hold it; the next one in line may have asked for it too. */
  holders: number;
  /** The last choice in which an earlier request was left waiting for it. */
  leftAt: number;
}

export interface Turn {
  readonly accounts: readonly AccountUse[];
}

export interface Choice<Waiting extends Turn> {
  readonly batch: readonly Waiting[];
  readonly rest: Waiting[];
}

/** Of the accounts of a batch. */
export interface BatchUse {
  /** All of them are locked. */
  hold(): void;
  /** They are no longer locked. */
  end(): void;
}

export class Turns {
  readonly #uses = new Map<m.AccountId, AccountUse>();
  #choices = 0;

  /** Of a new request. */
  enter(ids: readonly m.AccountId[]): AccountUse[] {
    return ids.map((id) => {
      let use = this.#uses.get(id);
      if (use === undefined) {
        use = { id, requests: 0, isWanted: false, holders: 0, leftAt: 0 };
        this.#uses.set(id, use);
      }
      use.requests += 1;
      return use;
    });
  }

  /** Of a request that has its answer. */
  leave({ accounts }: Turn): void {
    for (const use of accounts) {
      use.requests -= 1;
      if (use.requests === 0) this.#uses.delete(use.id);
    }
  }

  /**
   * What may run now. When all that wait need accounts in use, they may go as soon as the batch
   * before them holds its locks, and wait in the database.
   */
  choose<Waiting extends Turn>(waiting: readonly Waiting[], batchMax: number): Choice<Waiting> {
    const free = this.#pick(waiting, batchMax, ({ holders }) => holders === 0);
    return free.batch.length > 0 ? free : this.#pick(waiting, batchMax, () => true);
  }

  /** In order; what must wait for an account holds back its followers. */
  #pick<Waiting extends Turn>(
    waiting: readonly Waiting[],
    batchMax: number,
    isUnheld: (use: AccountUse) => boolean,
  ): Choice<Waiting> {
    this.#choices += 1;
    const choice = this.#choices;
    const isFree = (use: AccountUse) => !use.isWanted && use.leftAt !== choice && isUnheld(use);
    const batch: Waiting[] = [];
    const rest: Waiting[] = [];
    for (const one of waiting) {
      if (batch.length < batchMax && one.accounts.every(isFree)) {
        batch.push(one);
      } else {
        rest.push(one);
        for (const use of one.accounts) use.leftAt = choice;
      }
    }
    return { batch, rest };
  }

  begin(batch: readonly Turn[]): BatchUse {
    const accounts: AccountUse[] = [];
    for (const one of batch) {
      for (const use of one.accounts) {
        // Two requests of a batch may share one.
        if (!use.isWanted) accounts.push(use);
        use.isWanted = true;
      }
    }
    let isHolding = false;
    const hold = () => {
      if (isHolding) return;
      isHolding = true;
      for (const use of accounts) {
        use.isWanted = false;
        use.holders += 1;
      }
    };
    const end = () => {
      hold();
      for (const use of accounts) use.holders -= 1;
    };
    return { hold, end };
  }
}
