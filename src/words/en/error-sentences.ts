/** The sentence of each refusal: what happened, the assurance (`nothing`), and what to do next. */
import {
  type CodeHint,
  type CodePurpose,
  type ErrorCode,
  type ErrorData,
  type Money,
  type StaffRole,
} from '../../bank/model/index.ts';
import { feeSentences } from './common/fees.ts';
import { interestSentences } from './common/interest.ts';
import { limitSentences } from './common/limits.ts';
import { accountSentences } from './common/own-accounts.ts';
import { orderSentences } from './orders/errors.ts';
import { passwordFault } from './reasons.ts';
import { erasure } from './refusals/erasure.ts';
import { refusals } from './refusals/index.ts';
import { runAgain } from './common/shared.ts';
import { inTime } from './common/times.ts';
import { requestSentences } from './requests.ts';
import { formatAmount } from '../text/amount.ts';
import { pluralIn } from '../text/plural.ts';

const plural = pluralIn('en');

export type Sentences = {
  readonly [C in ErrorCode]: (data: ErrorData[C], nothing: string) => string;
};

const sum = ({ units, currency }: Money): string => formatAmount(units, currency);

const newCode: Record<CodePurpose, string> = {
  RECOVERY: 'Request a new code with `/forgot-password`.',
  EMAIL: 'Enter the address again with `/profile update`.',
  UNLOCK: 'Log in with `/login` to get another code, or use a recovery code.',
};

function hintText(hint: CodeHint): string {
  switch (hint.kind) {
    case 'TRIES_LEFT':
      return plural(hint.triesLeft, {
        one: 'One try is left.',
        other: `${hint.triesLeft} tries are left.`,
      });
    case 'NEW_CODE':
      return newCode[hint.purpose];
    case 'NEXT_APP_CODE':
      return 'Wait for the next code in your app.';
    case 'APP_OR_RECOVERY_CODE':
      return 'Enter the next code from your app, or a recovery code.';
  }
}

const unlocking: Record<ErrorData['ACCOUNT_LOCKED']['unlockBy'], string> = {
  OWNER: 'Its owner can unlock it with `/unlock`.',
  MAILED_CODE:
    'Unlock it with your password and the code we just e-mailed you, or a recovery code.',
  RECOVERY_CODE: 'Unlock it with your password and a recovery code.',
};
const states: Record<ErrorData['STATE_UNCHANGED']['state'], string> = {
  FROZEN_OR_CLOSED: 'This account is already frozen, or it is closed.',
  NOT_FROZEN: 'This account is not frozen.',
  NOT_LOCKED: 'This account is not locked by its owner.',
};
const roles: Record<StaffRole, string> = {
  TELLER: 'a teller',
  MANAGER: 'a manager',
  AUDITOR: 'an auditor',
};
const decisions: Record<ErrorData['APPROVAL_DECIDED']['state'], string> = {
  APPROVED: 'has already been approved',
  DECLINED: 'has already been declined',
  REFUSED: 'has already been refused by the bank',
};
const deciders: Record<ErrorData['APPROVAL_OWN']['decider'], string> = {
  MAKER: 'You made this request',
  BENEFICIARY: 'This request is about your own account',
};
const senders: Record<ErrorData['REQUESTS_TOO_MANY']['from'], string> = {
  PERSON: 'You have sent too many requests.',
  SERVER: 'This server has sent too many requests.',
  EVERYONE: 'The bank is receiving too many requests.',
};

const holdEndings = {
  CAPTURED: 'This payment has already been made.',
  VOIDED: 'This payment was cancelled.',
  EXPIRED: 'This payment has expired.',
} as const;

export const sentences = {
  REQUEST_REUSED: (_, nothing) =>
    `This confirmation was already used for something else. ${nothing} Start the command again.`,
  SESSION_MISSING: (_, nothing) =>
    `You are not logged in. ${nothing} Log in with \`/login\` and try again.`,
  SESSION_EXPIRED: (_, nothing) =>
    `Your session has ended. ${nothing} Log in with \`/login\` and try again.`,
  NOT_REGISTERED: () => 'You do not have an account here yet. Open one with `/register`.',
  ALREADY_REGISTERED: () =>
    'You already have an account here. Log in with `/login`; your account number is filled in.',
  CONTACT_TAKEN: (_, nothing) =>
    'This e-mail address or phone number cannot be used here. ' +
    `${nothing} Check both, or use different ones.`,
  UNDER_AGE: ({ minimumAge }, nothing) =>
    `You must be at least ${minimumAge} years old to open an account. ${nothing}`,
  PASSWORD_WEAK: ({ fault }) => `This password cannot be used. ${passwordFault(fault)}`,
  CREDENTIALS_WRONG: () => 'The account number or password is wrong. Check both and try again.',
  LOCKED_OUT: ({ waitMs }, nothing) =>
    `Too many wrong attempts. ${nothing} Try again ${inTime(waitMs)}.`,
  PASSWORD_WRONG: (_, nothing) => `That is not your current password. ${nothing}`,
  CODE_NEEDED: (_, nothing) =>
    'You use an authenticator app, so your password is not accepted here. ' +
    `${nothing} Enter the six digits that your app shows, or a recovery code.`,
  CODE_WRONG: ({ hint }, nothing) =>
    `That code is wrong or has already been used. ${nothing} ${hintText(hint)}`,
  CODE_EXPIRED: ({ purpose }, nothing) =>
    `This code is no longer valid. ${nothing} ${newCode[purpose]}`,
  CODES_TOO_MANY: ({ max, waitMs }) =>
    `You have requested ${max} codes in 24 hours. You can request another ${inTime(waitMs)}.`,
  MAIL_UNAVAILABLE: (_, nothing) =>
    'This bank does not send mail, so it cannot confirm a new e-mail address. ' +
    `${nothing} Leave the address unchanged.`,
  AMOUNT_UNCLEAR: (_, nothing) =>
    `“half” and “all” are shares of a balance and cannot be used here. ${nothing} Enter a number.`,
  AMOUNT_ABOVE_LIMIT: ({ limit }, nothing) =>
    `The limit for one transaction is ${sum(limit)}. ${nothing} Enter a smaller amount.`,
  STEP_UP_NEEDED: (_, nothing) =>
    `Please confirm it’s you. ${nothing} The bank asks for your password or code first.`,
  TOTP_NEEDED: (_, nothing) =>
    'Staff must use an authenticator app for this, and you have not set one up. ' +
    `${nothing} Set one up with \`/security\`, then start again.`,
  TOTP_ENABLED: (_, nothing) =>
    'Your authenticator app is already set up. ' +
    `${nothing} To change it, turn it off with \`/security\` first.`,
  TOTP_MISSING: (_, nothing) =>
    'No authenticator app is set up for your account. ' +
    `${nothing} Set one up with \`/security\`.`,
  BALANCE_TOO_LARGE: (_, nothing) =>
    'The balance would exceed the maximum that one account can hold. ' +
    `${nothing} Enter a smaller amount.`,
  AMOUNT_CHANGED: ({ now }, nothing) =>
    'The balance has changed since this card was shown: the amount would now be ' +
    `${sum(now)}. ${nothing} ${runAgain}`,
  ACCOUNT_FROZEN: (_, nothing) =>
    `This account is frozen: no money can leave it. ${nothing} Ask the bank’s staff for help.`,
  ACCOUNT_LOCKED: ({ unlockBy }, nothing) =>
    'This account is locked: logging in and outgoing payments are blocked. ' +
    `${nothing} ${unlocking[unlockBy]}`,
  ACCOUNT_CLOSED: (_, nothing) => `This account is closed. ${nothing}`,
  ERASURE_IMPOSSIBLE: ({ obstacle }, nothing) =>
    `Your account cannot be closed now. ${erasure[obstacle]} ${nothing}`,
  TARGET_SAME: (_, nothing) =>
    `That is the account the money comes from. ${nothing} Enter another account.`,
  TARGET_UNAVAILABLE: (_, nothing) =>
    'No account with this number can receive money. ' +
    `${nothing} Check the number with its owner.`,
  MEMBER_UNAVAILABLE: (_, nothing) =>
    'This member has no account that can receive money. ' +
    `${nothing} Ask for their account number.`,
  ...accountSentences,
  ...limitSentences,
  ...refusals,
  ...feeSentences,
  ...interestSentences,
  STAFF_RIGHT_MISSING: (_, nothing) => `Your role at this bank does not allow this. ${nothing}`,
  STAFF_SELF: (_, nothing) =>
    'You cannot do this yourself, because it concerns your own account. ' +
    `${nothing} Ask another member of staff.`,
  STAFF_CYCLE: (_, nothing) =>
    'The owner of this account moved money on your account in the last 24 hours, so you cannot ' +
    `move money on theirs. ${nothing} Ask another member of staff.`,
  STAFF_LIMIT_REACHED: ({ limit, left }, nothing) =>
    `A member of staff may move at most ${sum(limit)} in 24 hours; ${sum(left)} is left. ` +
    `${nothing} Ask another member of staff.`,
  CUSTOMER_UNKNOWN: (_, nothing) =>
    `No matching customer was found. ${nothing} Search with \`/staff customer find\`.`,
  STATE_UNCHANGED: ({ state }, nothing) => `${states[state]} ${nothing}`,
  MEMBER_HAS_ACCOUNT: (_, nothing) =>
    'That member already has an account here, and a Discord user can have only one. ' +
    `${nothing} Choose a member without an account.`,
  TRANSACTION_UNKNOWN: (_, nothing) =>
    `No transaction has this reference. ${nothing} Copy it from the receipt or the history.`,
  REVERSAL_DONE: ({ reference }, nothing) =>
    `This transaction has already been reversed by ${reference}. ${nothing}`,
  REVERSAL_IMPOSSIBLE: (_, nothing) =>
    `A reversal cannot be reversed. ${nothing} Use \`/staff adjust\` to correct it.`,
  REVERSAL_SHORT: ({ available, needed }, nothing) =>
    `The recipient’s available balance is ${sum(available)}, which is less than ${sum(needed)}. ` +
    `${nothing} Take what is left with \`/staff adjust\`, or freeze the account and wait.`,
  REVERSAL_CLOSED: (_, nothing) =>
    'This transaction cannot be reversed, because one of its two accounts is closed. ' +
    `${nothing} Use \`/staff adjust\` on the open account.`,
  ROLE_UNCHANGED: ({ role }, nothing) =>
    role === null
      ? `This member has no role. ${nothing}`
      : `This member is already ${roles[role]}. ${nothing}`,
  APPROVAL_UNKNOWN: (_, nothing) =>
    `This request does not exist. ${nothing} See \`/staff approvals list\`.`,
  APPROVAL_DECIDED: ({ state }) => `This request ${decisions[state]}. Your press had no effect.`,
  APPROVAL_EXPIRED: () => 'This request is older than 24 hours and has expired. Make a new one.',
  APPROVAL_OWN: ({ decider }, nothing) =>
    `${deciders[decider]}, so another member of staff must approve or decline it. ${nothing}`,
  APPROVAL_WAITING: (_, nothing) =>
    'The same request is already waiting for a decision. ' +
    `${nothing} See \`/staff approvals list\`.`,
  STUCK_SETTLED: () =>
    'This does not exist or is no longer stuck. Your press had no effect. ' +
    'See `/staff stuck list`.',
  DEPOSIT_NEEDS_APPROVAL: (_, nothing) =>
    `A teller must approve deposits at this bank. ${nothing} Start again with \`/deposit\`.`,
  DEPOSITS_WAITING: ({ count }, nothing) =>
    `${count} of your deposits are already waiting for a teller. ` +
    `${nothing} Try again when one of them has been decided.`,
  ...requestSentences,
  REQUESTS_TOO_MANY: ({ from, waitMs }, nothing) =>
    `${senders[from]} ${nothing} Try again ${inTime(waitMs)}.`,
  HOLD_UNKNOWN: (_, nothing) => `No such payment is waiting. ${nothing}`,
  HOLD_ENDED: ({ ending }, nothing) => `${holdEndings[ending]} ${nothing}`,
  HOLD_EXCEEDED: (_, nothing) => `This is more than was set aside for this payment. ${nothing}`,
  ...orderSentences,
  BANK_HALTED: (_, nothing) =>
    'The bank has stopped all payments while its books are checked. ' +
    `${nothing} Ask the bank’s staff, and try again later.`,
  NOT_BOOKABLE: ({ reference }, nothing) =>
    'The database did not accept this request, so it was not carried out. ' +
    `${nothing} Give the bank’s staff this reference: ${reference}.`,
  BANK_BUSY: (_, nothing) =>
    `The bank is busy or its database is unavailable. ${nothing} Try again in a moment.`,
  CHANGE_UNKNOWN: () =>
    'The bank’s database did not answer in time, so we do not know whether this was done. Check ' +
    'before you try again.',
  OUTCOME_UNKNOWN: ({ reference }) =>
    'We do not know yet whether this went through. Do not send it again: we are checking, and ' +
    `will let you know. Reference: ${reference}.`,
} satisfies Sentences;
