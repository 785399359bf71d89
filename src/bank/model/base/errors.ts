/**
 * Everything the bank may refuse, in one table: the code says the fact, the sentence says what
 * happened, whether money moved and what to do next. `{name}` is filled from the error's details,
 * `{undone}` by whoever knows whether money was meant to move.
 */
const sentences = {
  REQUEST_REUSED:
    'This confirmation was already used for something else. {undone} Start the command again.',
  SESSION_MISSING: 'You are not logged in. {undone} Log in with `/login` and try again.',
  SESSION_EXPIRED: 'Your session has ended. {undone} Log in with `/login` and try again.',
  NOT_REGISTERED: 'You have no account here yet. Open one with `/register`.',
  ALREADY_REGISTERED:
    'You already have an account here. Log in with `/login`; your number is filled in for you.',
  CONTACT_TAKEN:
    'This e-mail or phone cannot be used here. Nothing was saved. Check both, or use others.',
  UNDER_AGE: 'You must be at least {minimumAge} years old to open an account. Nothing was saved.',
  PASSWORD_WEAK: 'This password is too easy to guess: {why} Choose another one.',
  CREDENTIALS_WRONG:
    'That account number and password do not go together. Check both and try again.',
  LOCKED_OUT:
    'Attempts are judged one by one, and a wrong one makes the next one wait. Nothing changed. ' +
    'Try again {when}.',
  PASSWORD_WRONG: 'That is not your current password. Nothing changed.',
  CODE_NEEDED:
    'You have set up an authenticator app, so your password proves nothing here. Nothing ' +
    'changed. Enter the six digits that your app shows, or a recovery code.',
  CODE_WRONG: 'That code is not right, or it was used before. Nothing changed. {next}',
  CODE_EXPIRED: 'No code is waiting here any more. Nothing changed. {next}',
  CODES_TOO_MANY: 'You have asked for {max} codes within a day. Ask again {when}.',
  MAIL_UNAVAILABLE:
    'This bank sends no mail, so a new e-mail address cannot be confirmed. Nothing was saved. ' +
    'Leave the address as it is.',
  AMOUNT_UNCLEAR:
    '“half” and “all” are shares of your balance and cannot say how much comes in. ' +
    'Nothing moved. Enter a number.',
  AMOUNT_ABOVE_LIMIT:
    'That is above the limit of {limit} for one transaction. Nothing moved. Use a smaller amount.',
  DAY_LIMIT_REACHED:
    'That would pass today’s limit of {limit}; {left} is left today. Nothing moved.',
  LIMIT_LOWERED:
    'Your password was recovered a short while ago, so at most {limit} may leave your account in ' +
    'a day; {left} is left today. Nothing moved. The usual limit is back {when}.',
  FUNDS_INSUFFICIENT:
    'Your available balance is {available}, which is less than {needed}. Nothing moved.',
  STEP_UP_NEEDED:
    'This needs a proof that it is you, which was not given. {undone} Start the command ' +
    'again: *Confirm* will ask for it.',
  TOTP_NEEDED:
    'Staff prove themselves with an authenticator app, and you have none. {undone} Set ' +
    'one up with `/security`, then start again.',
  TOTP_ENABLED: 'Your app is set up already. Nothing changed. Turn it off first, with `/security`.',
  TOTP_MISSING: 'No app is set up for your account. Nothing changed. Begin with `/security`.',
  BALANCE_TOO_LARGE:
    'That would lift the balance above what one account can hold. Nothing moved. ' +
    'Use a smaller amount.',
  ACCOUNT_FROZEN:
    'This account is frozen: no money can leave it. Nothing moved. Ask the bank’s staff for help.',
  ACCOUNT_LOCKED:
    'This account is locked: nobody can log in and no money can leave it. {undone} {how}',
  ACCOUNT_CLOSED: 'This account is closed. Nothing moved.',
  ERASURE_IMPOSSIBLE: 'Your account cannot be closed now. {why} Nothing was erased.',
  TARGET_SAME: 'That is your own account. Nothing moved. Enter another account.',
  TARGET_UNAVAILABLE:
    'No account with this number can receive money. Nothing moved. ' +
    'Check the number with its owner.',
  MEMBER_UNAVAILABLE:
    'This member has no account that can receive money. Nothing moved. ' +
    'Ask for their account number.',
  STAFF_RIGHT_MISSING: 'Your role at this bank does not allow that. Nothing happened.',
  STAFF_SELF:
    'Nobody serves themselves: this is about your own account. Nothing happened. ' +
    'Ask another member of staff.',
  STAFF_CYCLE:
    'Its owner has served your own account within a day: two who serve each other check nobody. ' +
    'Nothing moved. Ask another member of staff.',
  STAFF_LIMIT_REACHED:
    'That would pass what one member of staff moves in a day, {limit}; {left} is left. ' +
    'Nothing moved. Ask another member of staff.',
  CUSTOMER_UNKNOWN:
    'No customer fits that. Nothing happened. Look them up with `/staff customer find`.',
  STATE_UNCHANGED: 'This account {what}. Nothing changed.',
  MEMBER_HAS_ACCOUNT:
    'That member has an account here already, and one Discord user has one. Nothing changed. ' +
    'Choose the member who lost theirs.',
  TRANSACTION_UNKNOWN:
    'No transaction has this reference. Nothing moved. Copy it from the receipt or the history.',
  REVERSAL_DONE: 'This transaction was reversed before, by {reference}. Nothing moved.',
  REVERSAL_IMPOSSIBLE:
    'A reversal cannot be reversed. Nothing moved. Use `/staff adjust` to put it right.',
  REVERSAL_SHORT:
    'The money is no longer there: {available} of {needed} is available. Nothing moved. ' +
    'Take what is left with `/staff adjust`, or freeze the account and wait.',
  REVERSAL_CLOSED:
    'One of the two accounts of this transaction is closed, so it cannot be reversed. Nothing ' +
    'moved. Use `/staff adjust` on the account that is open.',
  ROLE_UNCHANGED: 'This member {what}. Nothing changed.',
  APPROVAL_UNKNOWN: 'There is no such request. Nothing happened. See `/staff approvals list`.',
  APPROVAL_DECIDED: 'This request was {how} before. Nothing happened with this press.',
  APPROVAL_EXPIRED: 'This request is older than 24 hours and has expired. Ask again.',
  APPROVAL_OWN:
    'This request is {whose}: somebody else must decide. Whoever asks, decides and benefits are ' +
    'three people. Nothing happened.',
  APPROVAL_WAITING:
    'The very same is asked already and waits for a decision. Nothing happened. ' +
    'See `/staff approvals list`.',
  STUCK_SETTLED:
    'This confirmation is settled already, or there is none with this number. Nothing happened ' +
    'with this press. See `/staff stuck list`.',
  DEPOSIT_NEEDS_APPROVAL:
    'Deposits at this bank wait for a teller. Nothing moved. Start again with `/deposit`.',
  DEPOSITS_WAITING:
    '{count} of your deposits wait for a teller already. Nothing was asked, and nothing moved. ' +
    'Try again when one is decided.',
  REQUESTS_TOO_MANY:
    'That is more than the bank takes {from} in so short a time. Nothing moved and nothing ' +
    'changed. Try again {when}.',
  BANK_HALTED:
    'The bank has stopped all payments while its books are checked. Nothing moved. ' +
    'Ask the bank’s staff, and try again later.',
  NOT_BOOKABLE:
    'The database refused to write this, so it was not booked. Nothing moved. Tell the bank’s ' +
    'staff the reference {reference}.',
  BANK_BUSY: 'The bank is busy or its database is away. {undone} Try again in a moment.',
  CHANGE_UNKNOWN:
    'The bank’s database did not answer in time, so we do not know whether this was done. Look ' +
    'before you try again.',
  OUTCOME_UNKNOWN:
    'We do not know yet whether this was booked. Do not send it again. Reference {reference}: ' +
    'we are looking it up and will tell you.',
} as const satisfies Record<string, string>;

export type ErrorCode = keyof typeof sentences;
export type ErrorDetails = Readonly<Record<string, string>>;

/** An expected refusal: a code with data. Anything else that is thrown is a defect. */
export class BankError extends Error {
  override readonly name = 'BankError';
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}, cause?: unknown) {
    super(code, cause === undefined ? {} : { cause });
    this.code = code;
    this.details = details;
  }

  /** The sentence a customer reads, of something that would have moved money. */
  get sentence(): string {
    return this.told('Nothing moved.');
  }

  /** The sentence a customer reads; `undone` says in words of its own what did not happen. */
  told(undone: string): string {
    const filled: ErrorDetails = { undone, ...this.details };
    return sentences[this.code].replace(/\{(\w+)\}/g, (_, key: string) => filled[key] ?? '?');
  }
}

export const errorCodes = Object.keys(sentences) as readonly ErrorCode[];
