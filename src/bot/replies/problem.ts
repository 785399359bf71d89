/** What went wrong, in words: expected refusals by their own sentence, defects by a reference. */
import { randomInt } from 'node:crypto';
import { BankError, type ErrorCode, referenceOf, type RequestId } from '../../bank/index.ts';
import { base32Text } from '../../lib/base32.ts';
import { code, md, written } from '../../words/markup.ts';
import { type Button, refuse, type Reply, text, withButtons } from '../cards/reply.ts';
import { isBlank, type RawValues } from '../forms/field.ts';
import type { Form, Problem } from '../forms/form.ts';
import { unlockButton } from './security.ts';

/** The fields that another entry could help with, in the order in which they are looked for. */
const blamed: Partial<Record<ErrorCode, readonly string[]>> = {
  AMOUNT_ABOVE_LIMIT: ['amount'],
  DAY_LIMIT_REACHED: ['amount'],
  LIMIT_LOWERED: ['amount'],
  FUNDS_INSUFFICIENT: ['amount'],
  BALANCE_TOO_LARGE: ['amount'],
  TARGET_SAME: ['to', 'member'],
  TARGET_UNAVAILABLE: ['to', 'member'],
  MEMBER_UNAVAILABLE: ['member'],
  CREDENTIALS_WRONG: ['account_number', 'password'],
  CONTACT_TAKEN: ['email', 'phone'],
  UNDER_AGE: ['date_of_birth'],
  PASSWORD_WEAK: ['password'],
  PASSWORD_WRONG: ['current_password'],
  CODE_WRONG: ['code', 'current_password'],
  CODE_NEEDED: ['current_password'],
  MAIL_UNAVAILABLE: ['email'],
  AMOUNT_UNCLEAR: ['amount'],
};
/**
 * Nothing to correct, but the same entries may do later. Not those of somebody who asks too much:
 * keeping them would cost the database what the refusal saves.
 */
const passing: readonly ErrorCode[] = [
  'SESSION_MISSING',
  'SESSION_EXPIRED',
  'BANK_BUSY',
  'LOCKED_OUT',
  'STEP_UP_NEEDED',
];

/** Whether the form is worth opening again with what was entered. */
export const isEditable = (errorCode: ErrorCode | 'STAFF_ONLY'): boolean =>
  errorCode !== 'STAFF_ONLY' && (errorCode in blamed || passing.includes(errorCode));

/** The bank's refusal as a problem of the fields it is about, where there are such. */
export function problemsOf(
  error: BankError,
  form: Form,
  values: RawValues,
  undone = 'Nothing moved.',
): readonly Problem[] {
  const fields = (blamed[error.code] ?? []).filter((name) => {
    const field = form.fields[name];
    return field !== undefined && (field.secret || !isBlank(values[name]));
  });
  const [field] = fields;
  if (field === undefined) return [];
  const label = fields.map((name) => form.fields[name]?.label ?? name).join(', ');
  return [{ field, label, reason: error.told(undone) }];
}

const titles: Partial<Record<ErrorCode, string>> = {
  BANK_BUSY: 'The bank is busy',
  BANK_HALTED: 'Payments are stopped',
  OUTCOME_UNKNOWN: 'Not known yet',
  SESSION_MISSING: 'Please log in',
  SESSION_EXPIRED: 'Please log in again',
  NOT_REGISTERED: 'No account yet',
  ALREADY_REGISTERED: 'You are a customer already',
  LOCKED_OUT: 'Please wait',
  STEP_UP_NEEDED: 'A proof is needed',
  CODE_NEEDED: 'A code is needed',
  CHANGE_UNKNOWN: 'Not known yet',
  REQUESTS_TOO_MANY: 'Please wait',
  ACCOUNT_LOCKED: 'Your account is locked',
  CODE_EXPIRED: 'This code has ended',
  CODES_TOO_MANY: 'Enough codes for now',
};
/** The way on, where it is a press away. */
const offers: Partial<Record<ErrorCode, Button>> = { ACCOUNT_LOCKED: unlockButton };

/** The sentences are ours; amounts and times in them are the bank's own words. */
export function refusalReply(errorCode: ErrorCode | 'STAFF_ONLY', sentence: string): Reply {
  const known = errorCode === 'STAFF_ONLY' ? null : errorCode;
  const title = (known === null ? null : titles[known]) ?? 'That did not work';
  const offer = known === null ? undefined : offers[known];
  const reply = refuse(title, text(written(sentence)));
  return offer === undefined ? reply : withButtons(reply, offer);
}

/** `undone` says what did not happen, where it is not money that would have moved. */
export const errorReply = (error: BankError, undone?: string): Reply =>
  refusalReply(error.code, undone === undefined ? error.sentence : error.told(undone));

export const unknownOutcome = (requestId: RequestId): BankError =>
  new BankError('OUTCOME_UNKNOWN', { reference: referenceOf(requestId) });

/** A short code that a customer can read out and an operator can find in the log. */
export const newErrorReference = (): string =>
  base32Text(Array.from({ length: 8 }, () => randomInt(32)));

export const defectReply = (reference: string): Reply =>
  refuse(
    'Something went wrong on our side',
    text(md`Nothing was done. Try again; if it stays, tell the bank’s staff ${code(reference)}.`),
  );

/** After a confirmation nobody may say that nothing happened before it is known. */
export const unclearDefectReply = (reference: string, requestId: RequestId): Reply =>
  refuse(
    'Something went wrong on our side',
    text(
      md`We do not know yet whether this was booked. Do not send it again: we are looking it up and
will tell you. Payment ${code(referenceOf(requestId))}, fault ${code(reference)}.`,
    ),
  );
