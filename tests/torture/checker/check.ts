/** Runs all checkers: the customers' history against the database. */
import type { Act, History } from '../history/model.ts';
import type { Books } from './books.ts';
import { findings, type Findings, type Invariant } from './finding.ts';
import { indexBooks } from './index-books.ts';
import { indexHistory } from './index-history.ts';
import { checkAccess } from './rules-access.ts';
import { checkBooks } from './rules-books.ts';
import { checkDays } from './rules-days.ts';
import { checkHolds } from './rules-holds.ts';
import { checkJobs } from './rules-jobs.ts';
import { checkKeys } from './rules-keys.ts';
import { checkOrder } from './rules-order.ts';
import { checkRequests } from './rules-requests.ts';
import { checkStanding } from './rules-standing.ts';
import { checkApprovals } from './everyday/rules-approvals.ts';
import { checkFees } from './everyday/rules-fees.ts';
import { checkInterest } from './everyday/rules-interest.ts';
import { checkLimits } from './everyday/rules-limits.ts';
import { checkMembers } from './everyday/rules-members.ts';
import { checkReversals } from './everyday/rules-reversals.ts';
import { checkRoundUps } from './everyday/rules-round-ups.ts';

export interface CheckOptions {
  /** Before the faults have healed, and in backups, an outcome may still be unknown. */
  readonly unknownsAllowed: boolean;
}

export function check(
  history: History,
  books: Books,
  options: CheckOptions = { unknownsAllowed: false },
): Findings {
  const found = findings();
  const indexedHistory = indexHistory(history);
  const indexedBooks = indexBooks(books);
  checkBooks(indexedBooks, found);
  checkKeys(indexedHistory, indexedBooks, found, options);
  checkOrder(indexedHistory, indexedBooks, found);
  checkAccess(indexedHistory, indexedBooks, found);
  checkHolds(indexedHistory, indexedBooks, found, options);
  checkDays(indexedBooks, found);
  checkJobs(indexedHistory, indexedBooks, found, options);
  checkStanding(indexedHistory, indexedBooks, found, options);
  checkRequests(indexedHistory, indexedBooks, found);
  checkFees(indexedHistory, indexedBooks, found);
  checkRoundUps(indexedHistory, indexedBooks, found);
  checkReversals(indexedHistory, indexedBooks, found);
  checkMembers(indexedHistory, indexedBooks, found);
  checkApprovals(indexedHistory, indexedBooks, found, options);
  checkLimits(indexedHistory, indexedBooks, found);
  checkInterest(indexedHistory, indexedBooks, found, options);
  return found;
}

/**
 * I15. A backup has everything acknowledged before it began, nothing requested after it
 * ended, and each simultaneous operation completely or not at all.
 */
export function checkRestored(
  history: History,
  books: Books,
  backup: { readonly begunAt: number; readonly endedAt: number },
): Findings {
  const unsure = (act: Act): Act =>
    act.answeredAt < backup.begunAt
      ? act
      : { ...act, answeredAt: Infinity, answer: { outcome: 'unknown', why: 'beside the backup' } };
  const acts = history.acts.filter(({ askedAt }) => askedAt < backup.endedAt).map(unsure);
  const plain = check({ ...history, acts }, books, { unknownsAllowed: true });
  const found = findings();
  for (const { invariant, sentence, acts: involved } of plain.list) {
    found.add('I15', `(${invariant}) ${sentence}`, ...involved);
  }
  return found;
}

export const isBroken = (found: Findings): boolean => found.counts.size > 0;

export const brokenInvariants = (found: Findings): Invariant[] =>
  [...found.counts.keys()].toSorted((one, other) => Number(one.slice(1)) - Number(other.slice(1)));
