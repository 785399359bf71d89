/** Texts of mails. Mails are plain text, and the recipient may no longer be a customer. */

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

export const mail = {
  subject: (bankName: string, title: string) => `${bankName}: ${title}`,
  code: {
    purposes: codes,
    yours: (code: string) => `Your code: ${code}`,
    use: (until: string) =>
      `You can use it once, until ${until}. Enter it only in the form that the bank opens on ` +
      'Discord. The bank’s staff will never ask you for it.',
  },
  movedByStaff: {
    fact: (label: string, value: string) => `${label}: ${value}`,
    titleAt: (title: string, when: string) => `${title}, ${when}.`,
    unexpected:
      'If you did not expect this, contact the bank’s staff. /account access-log on Discord shows ' +
      'who did it.',
  },
  newLogin: {
    title: 'New login',
    text: (where: string) => `There was a login to your account from a new place${where}.`,
  },
  places: {
    directMessages: ' (in direct messages on Discord)',
    server: ' (in a server on Discord)',
  },
  notYou:
    'If this was not you, lock your account on Discord with /lock. You do not need to log in for ' +
    'that.',
};
