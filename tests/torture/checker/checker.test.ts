/** Every invariant has a crafted history that violates it. */
import { describe, expect, test } from 'vitest';
import type { Books } from './books.ts';
import { brokenInvariants, check, checkRestored } from './check.ts';
import {
  anna,
  annaSession,
  ben,
  benSession,
  deposit,
  login,
  logout,
  pay,
  read,
  receipt,
  transfer,
  trueTale,
  type Tale,
} from './crafted.ts';
import { reportText } from './report.ts';

const broken = ({ script, books }: Tale) => brokenInvariants(check(script.history, books));
const freeze = { kind: 'freeze', account: anna } as const;
const ok = { outcome: 'ok' } as const;
const poor = { outcome: 'declined', code: 'FUNDS_INSUFFICIENT' } as const;
const lost = { outcome: 'unknown', why: 'connection lost' } as const;

/** The history after one change to it. */
function spoilt(change: (tale: Tale) => void): Tale {
  const tale = trueTale();
  change(tale);
  return tale;
}

const lastEntryOf = (books: Tale['books'], number: string): number =>
  books.entries.findLastIndex(({ account }) => account === BigInt(number));

function changeEntry(
  { books }: Tale,
  number: string,
  change: Partial<Books['entries'][number]>,
): void {
  const index = lastEntryOf(books, number);
  books.entries[index] = { ...books.entries[index]!, ...change };
}

describe('the checker', () => {
  test('accepts a correct history', () => {
    expect(broken(trueTale())).toEqual([]);
  });

  test('I1 and I2: finds money created by changing a balance', () => {
    const tale = spoilt(({ books }) => {
      books.accounts[1] = { ...books.accounts[1]!, balance: 61n };
    });
    expect(broken(tale)).toEqual(['I1', 'I2']);
  });

  test('I1: finds entries with one side only', () => {
    const tale = spoilt((each) => changeEntry(each, ben, { amount: 41n, balanceAfter: 41n }));
    tale.books.accounts[2] = { ...tale.books.accounts[2]!, balance: 41n };
    expect(broken(tale)).toContain('I1');
  });

  test('I3: finds an earlier balance below zero', () => {
    const tale = spoilt(({ script, books }) => {
      const [out, back] = [transfer(ben, anna, '50'), transfer(anna, ben, '50')];
      script.did(ben, pay('103', out), receipt(50, 40, -10));
      books.book('103', out);
      script.did(anna, pay('104', back), receipt(50, 110, 60));
      books.book('104', back);
    });
    expect(broken(tale)).toEqual(['I3']);
  });

  test('I4: finds a missing acknowledged payment', () => {
    const tale = spoilt(({ script }) => {
      script.did(anna, pay('103', transfer(anna, ben, '10')), receipt(10, 60, 50));
    });
    expect(broken(tale)).toEqual(['I4']);
  });

  test('I4: finds one booked to another account, or with another amount', () => {
    const toSelf = spoilt(({ script, books }) => {
      script.did(ben, pay('103', transfer(ben, anna, '10')), receipt(10, 40, 30));
      books.book('103', transfer(ben, anna, '11'));
    });
    expect(broken(toSelf)).toContain('I4');
    const turned = spoilt(({ script, books }) => {
      script.did(ben, pay('103', transfer(ben, anna, '10')), receipt(10, 40, 50));
      books.book('103', transfer(anna, ben, '10'));
    });
    expect(broken(turned)).toContain('I4');
  });

  test('I5: finds money that moved for a refused payment', () => {
    const tale = spoilt(({ script, books }) => {
      script.did(anna, pay('103', transfer(anna, ben, '10')), poor);
      books.book('103', transfer(anna, ben, '10'));
    });
    expect(broken(tale)).toEqual(['I5']);
    const busy = spoilt(({ script, books }) => {
      const answer = { outcome: 'busy', code: 'BANK_BUSY' } as const;
      script.did(anna, pay('103', transfer(anna, ben, '10')), answer);
      books.book('103', transfer(anna, ben, '10'));
    });
    expect(broken(busy)).toEqual(['I5']);
  });

  test('I6: finds an outcome that stayed unknown, booked or not', () => {
    const unbooked = spoilt(({ script }) => {
      script.did(anna, pay('103', transfer(anna, ben, '10')), lost);
    });
    expect(broken(unbooked)).toEqual(['I6']);
    const unanswered = spoilt(({ script, books }) => {
      script.ask(anna, pay('103', transfer(anna, ben, '10')));
      books.book('103', transfer(anna, ben, '10'));
    });
    expect(broken(unanswered)).toEqual(['I6']);
  });

  test('I6: finds a key that was refused after it was acknowledged', () => {
    const tale = spoilt(({ script }) => {
      script.did(anna, pay('102', transfer(anna, ben, '40')), poor);
    });
    expect(broken(tale)).toEqual(['I6']);
  });

  test('I6: accepts an unknown outcome that a repeated request resolved', () => {
    const tale = spoilt(({ script, books }) => {
      script.did(anna, pay('103', transfer(anna, ben, '10')), lost);
      books.book('103', transfer(anna, ben, '10'));
      script.did(anna, pay('103', transfer(anna, ben, '10')), receipt(10, 60, 50));
    });
    expect(broken(tale)).toEqual([]);
  });

  test('I7: finds a transaction with one leg, and entries without a transaction', () => {
    const half = spoilt(({ books }) => {
      books.entries.splice(lastEntryOf(books, ben), 1);
    });
    expect(broken(half)).toContain('I7');
    const orphans = spoilt(({ books }) => {
      books.transactions.pop();
    });
    expect(broken(orphans)).toEqual(['I4', 'I7', 'I17']);
  });

  test('I8: finds a transaction without a request', () => {
    const tale = spoilt(({ books }) => books.book('666', transfer(ben, anna, '40')));
    expect(broken(tale)).toEqual(['I8']);
  });

  test('I4 and I8: finds a doubled transfer under a second key, with correct totals', () => {
    const tale = spoilt(({ books }) => books.book('103', transfer(anna, ben, '40')));
    expect(broken(tale)).toEqual(['I8']);
  });

  test('I9: finds a lost update: two entries that start from the same balance', () => {
    const tale = spoilt((each) => {
      each.script.did(anna, pay('103', transfer(anna, ben, '10')), receipt(10, 100, 90));
      each.books.book('103', transfer(anna, ben, '10'));
      changeEntry(each, anna, { balanceAfter: 90n });
    });
    expect(broken(tale)).toContain('I9');
  });

  test('I9: finds a gap in the numbers', () => {
    const tale = spoilt((each) => changeEntry(each, anna, { seq: 3n }));
    expect(broken(tale)).toContain('I9');
  });

  test('I10: finds two payments booked in the wrong order', () => {
    const tale = spoilt(({ script, books }) => {
      const [first, second] = [transfer(anna, ben, '10'), transfer(anna, ben, '20')];
      script.did(anna, pay('103', first), receipt(10, 40, 30));
      script.did(anna, pay('104', second), receipt(20, 60, 40));
      books.book('104', second);
      books.book('103', first);
    });
    expect(broken(tale)).toEqual(['I10']);
  });

  test('I10: accepts any order of two simultaneous payments', () => {
    const tale = spoilt(({ script, books }) => {
      const [first, second] = [transfer(anna, ben, '10'), transfer(anna, ben, '20')];
      const asked = script.ask(anna, pay('103', first));
      script.did(anna, pay('104', second), receipt(20, 60, 40));
      script.answer(asked, receipt(10, 40, 30));
      books.book('104', second);
      books.book('103', first);
    });
    expect(broken(tale)).toEqual([]);
  });

  test('I11: finds a read that misses the reader’s own acknowledged payment', () => {
    const tale = spoilt(({ script }) => {
      script.did(anna, { kind: 'read', session: annaSession, account: anna }, read(100, 1));
    });
    expect(broken(tale)).toEqual(['I11']);
  });

  test('I11: finds a balance that never existed', () => {
    const tale = spoilt(({ script }) => {
      script.did(anna, { kind: 'read', session: annaSession, account: anna }, read(77, 2, 60));
    });
    expect(broken(tale)).toEqual(['I11']);
  });

  test('I12: finds a replay with another answer', () => {
    const tale = spoilt(({ script }) => {
      script.did(anna, pay('102', transfer(anna, ben, '40')), receipt(40, 60, 20));
    });
    expect(broken(tale)).toEqual(['I12']);
  });

  test('I12: finds a key used for another payload or another customer', () => {
    const payload = spoilt(({ script }) => {
      script.did(anna, pay('102', transfer(anna, ben, '41')), receipt(40, 100, 60));
    });
    expect(broken(payload)).toEqual(['I12']);
    const customer = spoilt(({ script }) => {
      script.did(ben, pay('102', transfer(anna, ben, '40')), receipt(40, 100, 60));
    });
    expect(broken(customer)).toEqual(['I12']);
  });

  test('I13: finds a missing and a surplus audit row', () => {
    const missing = spoilt(({ script }) => {
      const session = { session: '73', account: anna };
      script.did(anna, login(), { outcome: 'ok', session });
    });
    expect(broken(missing)).toEqual(['I13']);
    const surplus = spoilt(({ books }) => books.audit.push(books.audit[0]!));
    expect(broken(surplus)).toEqual(['I13']);
    const silent = spoilt(({ script }) => script.did(ben, logout(benSession, '902'), ok));
    expect(broken(silent)).toEqual(['I13']);
  });

  test('I14: finds a payment and a read in an ended session', () => {
    const paid = spoilt(({ script, books }) => {
      script.did(anna, logout(annaSession), ok);
      const row = { action: 'LOGGED_OUT', actor: '901', customerId: null } as const;
      books.audit.push({ ...row, sessionId: BigInt(annaSession) });
      script.did(anna, pay('103', transfer(anna, ben, '10')), receipt(10, 60, 50));
      books.book('103', transfer(anna, ben, '10'));
      script.did(anna, { kind: 'read', session: annaSession, account: anna }, read(50, 3));
    });
    expect(broken(paid)).toEqual(['I14']);
    expect(check(paid.script.history, paid.books).counts.get('I14')).toBe(2);
  });

  test('I14: accepts a receipt shown again after the session ended', () => {
    const tale = spoilt(({ script, books }) => {
      script.did(anna, logout(annaSession), ok);
      const row = { action: 'LOGGED_OUT', actor: '901', customerId: null } as const;
      books.audit.push({ ...row, sessionId: BigInt(annaSession) });
      script.did(anna, pay('102', transfer(anna, ben, '40')), receipt(40, 100, 60));
    });
    expect(broken(tale)).toEqual([]);
  });

  test('I14: finds a payment without a proof in a session that reads, and accepts a proof', () => {
    const paid = (proof: { readonly isProved?: true }) =>
      spoilt(({ script, books }) => {
        script.did(anna, { kind: 'idle', session: annaSession }, ok);
        script.did(anna, { kind: 'read', session: annaSession, account: anna }, read(60, 2));
        const payment = { ...transfer(anna, ben, '10'), ...proof };
        script.did(anna, pay('103', payment), receipt(10, 60, 50));
        books.book('103', payment);
      });
    expect(broken(paid({}))).toEqual(['I14']);
    expect(broken(paid({ isProved: true }))).toEqual([]);
  });

  test('I14: accepts a payment that was asked for before its session was idle', () => {
    const tale = spoilt(({ script, books }) => {
      const payment = transfer(anna, ben, '10');
      const ask = script.ask(anna, pay('103', payment));
      script.did(anna, { kind: 'idle', session: annaSession }, ok);
      script.answer(ask, receipt(10, 60, 50));
      books.book('103', payment);
    });
    expect(broken(tale)).toEqual([]);
  });

  test('I14: finds a debit of a frozen account, and accepts credits', () => {
    const out = spoilt(({ script, books }) => {
      script.did('staff', freeze, ok);
      script.did(anna, pay('103', transfer(anna, ben, '10')), receipt(10, 60, 50));
      books.book('103', transfer(anna, ben, '10'));
    });
    expect(broken(out)).toEqual(['I14']);
    const inwards = spoilt(({ script, books }) => {
      script.did('staff', freeze, ok);
      script.did(ben, pay('103', transfer(ben, anna, '10')), receipt(10, 40, 30));
      books.book('103', transfer(ben, anna, '10'));
    });
    expect(broken(inwards)).toEqual([]);
  });

  test('I15: finds missing and surplus rows of a restored backup', () => {
    const { script } = trueTale();
    const backup = { begunAt: script.events.length, endedAt: script.events.length };
    const later = deposit(anna, '5');
    script.did(anna, pay('103', later), receipt(5, 60, 65));
    const whole = trueTale().books;
    expect(brokenInvariants(checkRestored(script.history, whole, backup))).toEqual([]);
    const short = trueTale().books;
    short.transactions.pop();
    short.entries.splice(-2);
    short.accounts[1] = { ...short.accounts[1]!, balance: 100n, lastSeq: 1n };
    short.accounts[2] = { ...short.accounts[2]!, balance: 0n, lastSeq: 0n };
    expect(brokenInvariants(checkRestored(script.history, short, backup))).toEqual(['I15']);
    const ahead = trueTale().books;
    ahead.book('103', later);
    expect(brokenInvariants(checkRestored(script.history, ahead, backup))).toEqual(['I15']);
  });
});

describe('the report', () => {
  test('names the first violated invariant, the operations, the faults and the seed', () => {
    const tale = spoilt(({ script }) => {
      script.events.push({ event: 'noted', note: 'database killed' });
      script.did(anna, pay('103', transfer(anna, ben, '10')), receipt(10, 60, 50));
    });
    const text = reportText(check(tale.script.history, tale.books), tale.script.history);
    expect(text).toContain('I4 is violated');
    expect(text).toContain(`transfer 10 of ${anna} → ${ben}, key 103 ⇒ ok 10, 60 → 50`);
    expect(text).toContain('database killed');
    expect(text).toContain('--seed crafted');
  });
});
