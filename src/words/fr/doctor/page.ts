/** What the doctor finds about the bank's own page. */

export const page = {
  well: (url: string) => `La page de la banque répond à ${url}.`,
  local: 'La page de la banque est sur cette machine, avec le sandbox.',
  none: {
    says:
      'PUBLIC_URL n’est pas réglé : les mots de passe sont saisis dans les ' +
      'formulaires de Discord, ce que ses règles n’autorisent pas.',
    advice: 'Réglez PUBLIC_URL comme le montre « The bank’s own page » dans docs/operations.md.',
  },
  unused: {
    says:
      'SECRETS=forms : les mots de passe sont saisis dans les ' +
      'formulaires de Discord, bien que PUBLIC_URL soit réglé.',
    advice: 'Réglez SECRETS=page, ou retirez-le.',
  },
  unreachable: (url: string, code: string) => ({
    says: `La page de la banque ne répond pas à ${url} (${code}).`,
    advice: 'Démarrez la banque, et vérifiez le proxy, le certificat et PUBLIC_URL.',
  }),
};
