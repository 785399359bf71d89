/** The steps of the guide in the sandbox page. */
export const guide = {
  register: {
    title: 'Konto eröffnen',
    text:
      'Tippe `/register`, drück zweimal die Eingabetaste und füll das Formular aus. ' +
      'Die Angaben dürfen erfunden sein.',
  },
  deposit: {
    title: 'Geld einzahlen',
    text: 'Tippe `/deposit betrag:100`, drück die Eingabetaste und bestätige.',
  },
  payee: {
    title: 'Konto für Ben',
    text: 'Du brauchst jemanden, den du bezahlen kannst. Wechsle zu Ben und tippe `/register`.',
  },
  transfer: {
    title: 'Ben bezahlen',
    text:
      'Tippe als Anna `/transfer mitglied:Ben betrag:5`, drück die Eingabetaste und bestätige. ' +
      'Oder schreib der Bank in den Direktnachrichten: `schick Ben 5`.',
  },
  read: {
    title: 'Als Ben nachsehen',
    text: 'Wechsle zu Ben und öffne die Nachricht der Bank.',
  },
  end: 'Das ist die Bank. Mit `/help` siehst du, was sie noch kann.',
};
