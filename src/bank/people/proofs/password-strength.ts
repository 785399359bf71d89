import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { bad, good, type Result } from '../../../lib/result.ts';
import { codePoints } from '../../../lib/text.ts';
import type { PasswordFault, PasswordWord, PersonalDetails } from '../../model/index.ts';

export interface StrengthRules {
  readonly lengthMin: number;
  readonly bankName: string;
}

const lengthMax = 128;
/** Of 0 to 4; 3 withstands moderate guessing offline, and ours are peppered and slow besides. */
const scoreMin = 3;
/** Estimating takes longer than linear; what follows can only make a password stronger. */
const judgedLength = 64;
const wordLengthMin = 4;

let estimator: ZxcvbnFactory | null = null;
const estimate = (password: string, words: string[]): number => {
  estimator ??= new ZxcvbnFactory({ dictionary: { ...dictionary }, graphs: adjacencyGraphs });
  return estimator.check(password.slice(0, judgedLength), words).score;
};

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => codePoints(word) >= wordLengthMin);

/** The usual ways to write a day: in three orders, with and without signs between. */
function datesOf(isoDate: string): string[] {
  const [year = '', month = '', day = ''] = isoDate.split('-');
  const orders = [
    [year, month, day],
    [day, month, year],
    [month, day, year],
  ];
  return ['', '-', '.', '/'].flatMap((sign) => orders.map((parts) => parts.join(sign)));
}

/** Words about the customer that anybody who knows them would try, with what they are. */
function ownWords(details: PersonalDetails): [PasswordWord, string[]][] {
  const [mailbox = ''] = details.email.split('@');
  return [
    ['NAME', wordsOf(details.fullName)],
    ['EMAIL', [...wordsOf(mailbox), details.email]],
    ['PHONE', [details.phone.slice(1), details.phone.slice(-7)]],
    ['DATE_OF_BIRTH', datesOf(details.dateOfBirth)],
  ];
}

/**
 * Judges a password before it is hashed; the value is the password itself. Any characters are
 * welcome and none is demanded: only length and how many guesses it would take count.
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
