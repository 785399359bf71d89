/** What the doctor finds about the bank's own page. */

export const page = {
  well: (url: string) => `Die Seite der Bank antwortet unter ${url}.`,
  local: 'Die Seite der Bank läuft auf diesem Rechner, mit der Sandbox.',
  none: {
    says:
      'PUBLIC_URL ist nicht gesetzt: Passwörter werden in Discords ' +
      'Formulare getippt, was Discords Richtlinien nicht erlauben.',
    advice: 'Setze PUBLIC_URL, wie es „The bank’s own page“ in docs/operations.md zeigt.',
  },
  unused: {
    says:
      'SECRETS=forms: Passwörter werden in Discords Formulare ' +
      'getippt, obwohl PUBLIC_URL gesetzt ist.',
    advice: 'Setze SECRETS=page oder entferne es.',
  },
  unreachable: (url: string, code: string) => ({
    says: `Die Seite der Bank antwortet unter ${url} nicht (${code}).`,
    advice: 'Starte die Bank und prüfe Proxy, Zertifikat und PUBLIC_URL.',
  }),
};
