/** Texts of mails. Mails are plain text, and the recipient may no longer be a customer. */

/** One-time codes, by purpose. */
const codes = {
  RECOVERY: {
    subject: 'Code to reset your password',
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
      `Your account at ${bankName} is locked, and someone just entered its password.`,
    notYou:
      'If this was not you, someone else knows your password. Change it with /forgot-password.',
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
    text: (where: string) => `Someone logged in to your account from a new place${where}.`,
  },
  places: {
    directMessages: ' (in Discord direct messages)',
    server: ' (on a Discord server)',
  },
  notYou:
    'If this was not you, lock your account on Discord with /lock. You do not need to log in for ' +
    'that.',
};
