import { createRequire } from 'node:module';
import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { bad, good, type Result } from '../../../lib/result.ts';
import { codePoints } from '../../../lib/text.ts';
import type { PasswordFault, PasswordWord, PersonalDetails } from '../../model/index.ts';

export interface StrengthRules {
  readonly lengthMin: number;
  readonly bankName: string;
}

const lengthMax = 128;
/** zxcvbn scores 0 to 4; 3 resists offline guessing, and our hashes are slow and peppered too. */
const scoreMin = 3;
/** The estimate is slower than linear; further characters only make a password stronger. */
const judgedLength = 64;
const wordLengthMin = 4;

const load = createRequire(import.meta.url);

/** Loaded with the first new password: the dictionaries take 6 MB of memory. */
function makeEstimator(): ZxcvbnFactory {
  const core = load('@zxcvbn-ts/core') as typeof import('@zxcvbn-ts/core');
  const common = load('@zxcvbn-ts/language-common') as typeof import('@zxcvbn-ts/language-common');
  return new core.ZxcvbnFactory({
    dictionary: { ...common.dictionary },
    graphs: common.adjacencyGraphs,
  });
}

let estimator: ZxcvbnFactory | null = null;
const estimate = (password: string, words: string[]): number => {
  estimator ??= makeEstimator();
  return estimator.check(password.slice(0, judgedLength), words).score;
};

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => codePoints(word) >= wordLengthMin);

/** A date in three orders, with four separators. */
function datesOf(isoDate: string): string[] {
  const [year = '', month = '', day = ''] = isoDate.split('-');
  const orders = [
    [year, month, day],
    [day, month, year],
    [month, day, year],
  ];
  return ['', '-', '.', '/'].flatMap((sign) => orders.map((parts) => parts.join(sign)));
}

/** Words that a person who knows the customer would try. */
function ownWords(details: PersonalDetails): [PasswordWord, string[]][] {
  const [mailbox = ''] = details.email.split('@');
  return [
    ['NAME', wordsOf(details.fullName)],
    ['EMAIL', [...wordsOf(mailbox), details.email]],
    ['PHONE', [details.phone.slice(1), details.phone.slice(-7)]],
    ['DATE_OF_BIRTH', datesOf(details.dateOfBirth)],
  ];
}

/** Judges a password before it is hashed; the details are words it must not contain. */
export type JudgePassword = (
  password: string,
  details: PersonalDetails | null,
) => Result<string, PasswordFault>;

/**
 * The value is the password itself. All characters are allowed and none is required: only the
 * length and the number of guesses count.
 */
export function judgePassword(
  password: string,
  details: PersonalDetails | null,
  rules: StrengthRules,
): Result<string, PasswordFault> {
  const normalised = password.normalize('NFKC');
  const length = codePoints(normalised);
  if (length < rules.lengthMin) return bad({ kind: 'TOO_SHORT', lengthMin: rules.lengthMin });
  if (length > lengthMax) return bad({ kind: 'TOO_LONG', lengthMax });
  const lower = normalised.toLowerCase();
  const words: [PasswordWord, string[]][] = [
    ...(details ? ownWords(details) : []),
    ['BANK_NAME', [...wordsOf(rules.bankName), rules.bankName.toLowerCase(), 'passbook']],
  ];
  const own = words.find(([, list]) => list.some((word) => word !== '' && lower.includes(word)));
  if (own) return bad({ kind: 'HOLDS', what: own[0] });
  const hints = [...words.flatMap(([, list]) => list), 'discord', 'password', 'bank'];
  return estimate(normalised, hints) < scoreMin ? bad({ kind: 'COMMON' }) : good(password);
}
