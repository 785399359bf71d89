/** The answer of `/help`. */
export const help = {
  available: 'Disponible maintenant',
  afterRegistration: 'Après `/register`',
  afterLogin: 'Après `/login`',
  amounts:
    'Montants : `12`, `12,50`, `1,5k`, `half` (la moitié), `all` (tout). Vous seul voyez ces réponses.',
};
