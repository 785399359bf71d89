/** Refusals and defects: sentences, titles, and the card for wrong entries. */
import { assurances, type ErrorCode, type Refused } from '../../bank/model/index.ts';
import { code, type Markup, md } from '../text/markup.ts';
import { type Sentences, sentences } from './error-sentences.ts';
import { orderTitles } from './orders/errors.ts';

/** Assurances. */
const nothing = {
  moved: 'Nothing moved.',
  changed: 'Nothing changed.',
  saved: 'Nothing was saved.',
};

function assuranceOf(errorCode: ErrorCode, byCommand: string): string {
  switch (assurances[errorCode]) {
    case 'NOTHING_MOVED':
      return nothing.moved;
    case 'NOTHING_CHANGED':
      return nothing.changed;
    case 'NOTHING_SAVED':
      return nothing.saved;
    case 'BY_COMMAND':
    case 'NONE':
      return byCommand;
  }
}

/** `byCommand` is the assurance of the refused command: `nothing.moved` or `nothing.changed`. */
function sentence<C extends ErrorCode>(refused: Refused<C>, byCommand: string): string {
  const all: Sentences = sentences;
  return all[refused.code](refused.data, assuranceOf(refused.code, byCommand));
}

const titles: Partial<Record<ErrorCode, string>> = {
  ...orderTitles,
  BANK_BUSY: 'The bank is busy',
  BANK_HALTED: 'Payments are stopped',
  OUTCOME_UNKNOWN: 'Outcome not known yet',
  SESSION_MISSING: 'Please log in',
  SESSION_EXPIRED: 'Please log in again',
  NOT_REGISTERED: 'No account yet',
  ALREADY_REGISTERED: 'You are already a customer',
  LOCKED_OUT: 'Please wait',
  STEP_UP_NEEDED: 'Please confirm it’s you',
  CODE_NEEDED: 'Code needed',
  CHANGE_UNKNOWN: 'Outcome not known',
  REQUESTS_TOO_MANY: 'Please wait',
  ACCOUNT_LOCKED: 'Your account is locked',
  CODE_EXPIRED: 'Code no longer valid',
  CODES_TOO_MANY: 'Too many codes requested',
};

export const errors = {
  nothing,
  sentence,
  title: (errorCode: ErrorCode | 'STAFF_ONLY'): string =>
    (errorCode === 'STAFF_ONLY' ? undefined : titles[errorCode]) ?? 'That did not work',
  staffOnly: 'This command is only for the bank’s staff, in the staff server. Nothing happened.',
  fix: {
    one: 'Please correct one entry',
    several: 'Please correct these entries',
    /** Shown under the reasons; names the button `edit`. */
    stillFilledIn: 'Press Edit: everything except passwords is still filled in.',
    edit: 'Edit',
  },
  defect: {
    title: 'Something went wrong on our side',
    /** The error may have occurred before or after the change. */
    sentence: (reference: string): Markup =>
      md`This may not have been done. Check before you try again. If it keeps failing, give the bank’s staff this code:
${code(reference)}.`,
    confirmed: ({ payment, fault }: { readonly payment: string; readonly fault: string }): Markup =>
      md`We do not know yet whether this went through. Do not send it again: we are checking, and
will let you know. Payment ${code(payment)}, fault ${code(fault)}.`,
  },
};
