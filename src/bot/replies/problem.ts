/** Cards for refusals, with their sentence, and for defects, with a reference to the log. */
import { randomInt } from 'node:crypto';
import {
  assurances,
  BankError,
  type ErrorCode,
  referenceOf,
  type RequestId,
} from '../../bank/index.ts';
import { base32Text } from '../../lib/base32.ts';
import { words } from '../../words/index.ts';
import { written } from '../../words/text/markup.ts';
import { refuse, type Reply, text } from '../cards/reply.ts';
import { isBlank, nameOf, type RawValues } from '../forms/field.ts';
import type { Form, Problem } from '../forms/form.ts';

/** The fields whose correction could help; the first that was filled in is named. */
const blamed: Partial<Record<ErrorCode, readonly string[]>> = {
  AMOUNT_ABOVE_LIMIT: ['amount'],
  DAY_LIMIT_REACHED: ['amount'],
  LIMIT_LOWERED: ['amount'],
  OWN_LIMIT_REACHED: ['amount'],
  OWN_LIMIT_UNCHANGED: ['amount'],
  FUNDS_INSUFFICIENT: ['amount'],
  FEE_ABOVE_AMOUNT: ['amount'],
  FEE_TOO_SOON: ['valid_from'],
  FEE_RANGE: ['minimum', 'maximum'],
  INTEREST_TOO_SOON: ['valid_from'],
  BALANCE_TOO_LARGE: ['amount'],
  TARGET_SAME: ['to', 'account', 'member'],
  TARGET_UNAVAILABLE: ['to', 'account', 'member'],
  NICKNAME_TAKEN: ['nickname'],
  NICKNAME_UNKNOWN: ['to', 'account', 'payee'],
  PAYEE_UNCLEAR: ['to', 'account'],
  MEMBER_UNAVAILABLE: ['member'],
  REQUEST_SELF: ['member', 'account', 'role'],
  REQUEST_PAYERS: ['role', 'member', 'account'],
  REQUEST_UNWANTED: ['member', 'account'],
  REQUEST_SPLIT: ['total'],
  REQUEST_UNKNOWN: ['request'],
  REQUEST_REFERENCE_UNKNOWN: ['request'],
  REQUEST_TIME: ['expires', 'due_date'],
  REQUEST_EXCEEDED: ['amount'],
  ROLE_UNREADABLE: ['role'],
  SETUP_SERVER: ['deposits', 'staff_channel', 'log_channel'],
  SETUP_CURRENCY: ['currency'],
  CREDENTIALS_WRONG: ['account_number', 'password'],
  CONTACT_TAKEN: ['email', 'phone'],
  UNDER_AGE: ['date_of_birth'],
  PASSWORD_WEAK: ['password'],
  PASSWORD_WRONG: ['current_password'],
  CODE_WRONG: ['code', 'current_password'],
  CODE_NEEDED: ['current_password'],
  MAIL_UNAVAILABLE: ['email'],
  AMOUNT_UNCLEAR: ['amount'],
  ORDER_UNKNOWN: ['order'],
  ORDER_FIRST_PAST: ['first'],
  ORDER_WITHOUT_DAYS: ['until'],
};

/** The bank's refusal as a problem of a field; empty when no field of the form caused it. */
export function problemsOf(
  error: BankError,
  form: Form,
  values: RawValues,
  undone: string,
): readonly Problem[] {
  const { refused } = error;
  const named = refused.code === 'SETUP_CHANNEL' ? [refused.data.field] : blamed[error.code];
  const fields = (named ?? []).filter((name) => {
    const field = form.fields[name];
    return field !== undefined && (field.secret || !isBlank(values[name]));
  });
  const [field] = fields;
  if (field === undefined) return [];
  const label = fields.map((name) => nameOf(form.fields[name]!)).join(', ');
  const reason = words.errors.sentence(error.refused, undone);
  return [{ field, label, reason, assures: assurances[error.code] !== 'NONE' }];
}

/** The sentence is not escaped: it contains only our words, sums, times and references. */
export const refusalReply = (errorCode: ErrorCode | 'STAFF_ONLY', sentence: string): Reply =>
  refuse(words.errors.title(errorCode), text(written(sentence)));

/** `undone` is the assurance of the command, from `undoneBy`. */
export const errorReply = (error: BankError, undone: string): Reply =>
  refusalReply(error.code, words.errors.sentence(error.refused, undone));

export const unknownOutcome = (requestId: RequestId): BankError =>
  new BankError('OUTCOME_UNKNOWN', { reference: referenceOf(requestId) });

/** A short code that a customer can read out and an operator can find in the log. */
export const newErrorReference = (): string =>
  base32Text(Array.from({ length: 8 }, () => randomInt(32)));

const { defect } = words.errors;

export const defectReply = (reference: string): Reply =>
  refuse(defect.title, text(defect.sentence(reference)));

/** After a confirmation: the outcome is not known yet, so nothing is promised. */
export const unclearDefectReply = (fault: string, requestId: RequestId): Reply =>
  refuse(defect.title, text(defect.confirmed({ payment: referenceOf(requestId), fault })));
