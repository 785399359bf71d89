/** Texts of mails. Mails are plain text, and the recipient may no longer be a customer. */

/** One-time codes, by purpose. */
const codes = {
  RECOVERY: {
    subject: 'Code zum Zurücksetzen deines Passworts',
    why: (bankName: string) => `Bei ${bankName} wurde angefordert, dein Passwort zurückzusetzen.`,
    notYou: 'Wenn du das nicht warst, ignoriere diese E-Mail. Ohne den Code ändert sich nichts.',
  },
  EMAIL: {
    subject: 'Code für deine neue E-Mail-Adresse',
    why: (bankName: string) =>
      `Diese E-Mail-Adresse wurde für ein Konto bei ${bankName} eingegeben.`,
    notYou:
      'Wenn du das nicht warst, ignoriere diese E-Mail. Ohne den Code wird die Adresse nicht ' +
      'verwendet.',
  },
  UNLOCK: {
    subject: 'Code zum Entsperren deines Kontos',
    why: (bankName: string) =>
      `Dein Konto bei ${bankName} ist gesperrt, und gerade wurde sein Passwort eingegeben.`,
    notYou:
      'Wenn du das nicht warst, kennt jemand anderes dein Passwort. Ändere es mit ' +
      '/forgot-password.',
  },
};

export const mail = {
  subject: (bankName: string, title: string) => `${bankName}: ${title}`,
  code: {
    purposes: codes,
    yours: (code: string) => `Dein Code: ${code}`,
    use: (until: string) =>
      `Er gilt einmal, bis ${until}. Gib ihn nur in das Formular ein, das die Bank auf Discord ` +
      'öffnet. Die Mitarbeiter der Bank fragen dich nie danach.',
  },
  movedByStaff: {
    fact: (label: string, value: string) => `${label}: ${value}`,
    titleAt: (title: string, when: string) => `${title}, ${when}.`,
    unexpected:
      'Wenn du das nicht erwartet hast, wende dich an die Mitarbeiter der Bank. /account ' +
      'access-log auf Discord zeigt, wer es getan hat.',
  },
  newLogin: {
    title: 'Neue Anmeldung',
    text: (where: string) =>
      `Jemand hat sich von einem neuen Ort aus mit deinem Konto angemeldet${where}.`,
  },
  places: {
    directMessages: ' (in Discord-Direktnachrichten)',
    server: ' (auf einem Discord-Server)',
  },
  notYou:
    'Wenn du das nicht warst, sperr dein Konto auf Discord mit /lock. Dafür musst du nicht ' +
    'angemeldet sein.',
};
