/** Texts of mails. Mails are plain text, and the recipient may no longer be a customer. */

/** One-time codes, by purpose. */
const codes = {
  RECOVERY: {
    subject: 'Code pour réinitialiser votre mot de passe',
    why: (bankName: string) =>
      `Nous avons reçu une demande de réinitialisation de votre mot de passe chez ${bankName}.`,
    notYou:
      'Si cette demande ne vient pas de vous, ignorez cet e-mail. Rien ne change sans le code.',
  },
  EMAIL: {
    subject: 'Code pour votre nouvelle adresse e-mail',
    why: (bankName: string) => `Cette adresse e-mail a été saisie pour un compte chez ${bankName}.`,
    notYou:
      'Si ce n’était pas vous, ignorez cet e-mail. L’adresse ne sera pas utilisée sans le code.',
  },
  UNLOCK: {
    subject: 'Code pour déverrouiller votre compte',
    why: (bankName: string) =>
      `Votre compte chez ${bankName} est verrouillé et son mot de passe vient d’être saisi.`,
    notYou:
      'Si ce n’était pas vous, quelqu’un connaît votre mot de passe. Changez-le avec ' +
      '/forgot-password.',
  },
};

export const mail = {
  subject: (bankName: string, title: string) => `${bankName} : ${title}`,
  code: {
    purposes: codes,
    yours: (code: string) => `Votre code : ${code}`,
    use: (until: string) =>
      `Il sert une seule fois, jusqu’au ${until}. Saisissez-le uniquement dans le formulaire que ` +
      'la banque ouvre sur Discord. Aucun conseiller ne vous le demandera jamais.',
  },
  movedByStaff: {
    fact: (label: string, value: string) => `${label} : ${value}`,
    titleAt: (title: string, when: string) => `${title}, le ${when}.`,
    unexpected:
      'Si vous ne vous y attendiez pas, contactez un conseiller. /account access-log sur Discord ' +
      'montre qui l’a fait.',
  },
  newLogin: {
    title: 'Nouvelle connexion',
    text: (where: string) =>
      `Une connexion à votre compte a eu lieu depuis un nouvel endroit${where}.`,
  },
  places: {
    directMessages: ' (en messages privés Discord)',
    server: ' (sur un serveur Discord)',
  },
  notYou:
    'Si ce n’était pas vous, verrouillez votre compte sur Discord avec /lock. Vous n’avez pas ' +
    'besoin d’être connecté pour cela.',
};
