/** The answer of `/help`. */
export const help = {
  available: 'Jetzt möglich',
  afterRegistration: 'Nach `/register`',
  afterLogin: 'Nach `/login`',
  amounts:
    'Beträge: `12`, `12,50`, `1,5k`, `half` (Hälfte), `all` (alles). Nur du siehst diese Antworten.',
};
