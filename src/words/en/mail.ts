/** What mails say. They are plain text and go to people who may not be customers any more. */

/** One-time codes, by purpose. */
const codes = {
  RECOVERY: {
    subject: 'Code for a new password',
    why: (bankName: string) => `We received a request to reset your password at ${bankName}.`,
    notYou: 'If this was not you, ignore this e-mail. Nothing changes without the code.',
  },
  EMAIL: {
    subject: 'Code for your new e-mail address',
    why: (bankName: string) => `This e-mail address was entered for an account at ${bankName}.`,
    notYou: 'If this was not you, ignore this e-mail. The address is not used without the code.',
  },
  UNLOCK: {
    subject: 'Code to unlock your account',
    why: (bankName: string) =>
      `Your account at ${bankName} is locked, and your password was just entered for it.`,
    notYou:
      'If this was not you, another person knows your password. Change it with /forgot-password.',
  },
};

const profileFields = { fullName: 'name', email: 'e-mail address', phone: 'phone number' };

/** Security notices: subject and first sentence. */
const security = {
  PASSWORD_CHANGED: ['Password changed', 'The password of your account was changed.'],
  PASSWORD_RECOVERED: [
    'Password reset',
    'Your password was reset with a code. You have been logged out everywhere, and for 24 hours ' +
      'a lower limit applies to payments from your account.',
  ],
  RECOVERY_CODES_RENEWED: [
    'New recovery codes',
    'New recovery codes were created for your account. The previous codes no longer work.',
  ],
  RECOVERY_CODE_USED: [
    'Recovery code used',
    'One of your recovery codes was used to confirm your identity. It cannot be used again.',
  ],
  EMAIL_CHANGE_ASKED: [
    'New e-mail address entered',
    'A new e-mail address was entered for your account. It takes effect once the code sent to it ' +
      'has been entered.',
  ],
  EMAIL_CHANGED: ['E-mail address changed', 'The e-mail address of your account was changed.'],
  ACCOUNT_LOCKED: [
    'Account locked',
    'Your account is locked. Logins and payments from it are blocked.',
  ],
  ACCOUNT_FROZEN: [
    'Account frozen',
    'The bank’s staff have frozen your account. Payments from it are blocked. Please contact the ' +
      'staff; /account access-log on Discord shows who froze it and why.',
  ],
  ACCOUNT_UNFROZEN: ['Account unfrozen', 'Payments from your account are possible again.'],
  ACCOUNT_UNLOCKED: ['Account unlocked', 'Your account is unlocked.'],
  TOTP_ENABLED: [
    'Authenticator app turned on',
    'From now on you confirm payments and changes with a code from your authenticator app instead ' +
      'of your password.',
  ],
  TOTP_DISABLED: [
    'Authenticator app turned off',
    'Your authenticator app has been turned off. You now confirm payments and changes with your ' +
      'password.',
  ],
  ACCOUNT_RELINKED: [
    'Account moved to another Discord user',
    'The bank’s staff have moved this account to another Discord user. You have been logged out ' +
      'everywhere; the password is unchanged. If you did not ask for this, contact the staff at once.',
  ],
} as const;

const profileChanged = {
  title: 'Profile changed',
  sentence: (fields: readonly (keyof typeof profileFields)[]) =>
    `Your details were changed: ${fields.map((field) => profileFields[field]).join(', ')}.`,
};

const counterReasons = { none: 'none given', depositRequest: 'you requested this deposit' };

/** What staff did with a customer's money. */
const movedByStaff = {
  added: (sum: string) => `The bank’s staff added ${sum} to your account`,
  removed: (sum: string) => `The bank’s staff took ${sum} from your account`,
  labels: {
    act: 'What',
    by: 'By',
    reason: 'Reason',
    account: 'Account',
    reference: 'Reference',
  },
  acts: {
    COUNTER_DEPOSIT: 'deposit at the counter',
    COUNTER_WITHDRAWAL: 'withdrawal at the counter',
    DEPOSIT_APPROVED: 'deposit',
    ADJUST_BOOKED: 'adjustment',
    ADJUST_APPROVED: 'adjustment',
    REVERSE_BOOKED: 'reversal of a transaction',
    REVERSE_APPROVED: 'reversal of a transaction',
  },
  roles: {
    TELLER: 'a teller',
    MANAGER: 'a manager',
    AUDITOR: 'an auditor',
    OWNER: 'the owner of the bank',
  },
  staff: 'the bank’s staff',
  reasons: counterReasons,
  fact: (label: string, value: string) => `${label}: ${value}`,
  titleAt: (title: string, when: string) => `${title}, ${when}.`,
  unexpected:
    'If you did not expect this, contact the bank’s staff. /account access-log on Discord shows ' +
    'who did it.',
};

export const mail = {
  subject: (bankName: string, title: string) => `${bankName}: ${title}`,
  code: {
    purposes: codes,
    yours: (code: string) => `Your code: ${code}`,
    use: (until: string) =>
      `You can use it once, until ${until}. Enter it only in the form that the bank opens on ` +
      'Discord. The bank’s staff will never ask you for it.',
  },
  security,
  profileChanged,
  movedByStaff,
  newLogin: {
    title: 'New login',
    text: (where: string) => `Your account was logged in to from a new place${where}.`,
  },
  places: {
    directMessages: ' (in direct messages on Discord)',
    server: ' (in a server on Discord)',
  },
  notYou:
    'If this was not you, lock your account on Discord with /lock. You do not need to log in for ' +
    'that.',
};
