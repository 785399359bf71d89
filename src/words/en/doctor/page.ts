/** What the doctor finds about the bank's own page. */

export const page = {
  well: (url: string) => `The bank’s page answers at ${url}.`,
  local: 'The bank’s page is on this machine, with the sandbox.',
  none: {
    says:
      'PUBLIC_URL is not set: passwords are typed into Discord’s ' +
      'forms, which Discord’s policy does not allow.',
    advice: 'Set PUBLIC_URL as “The bank’s own page” in docs/operations.md shows.',
  },
  unused: {
    says: 'SECRETS=forms: passwords are typed into Discord’s forms, although PUBLIC_URL is set.',
    advice: 'Set SECRETS=page, or remove it.',
  },
  unreachable: (url: string, code: string) => ({
    says: `The bank’s page does not answer at ${url} (${code}).`,
    advice: 'Start the bank, and check the proxy, the certificate and PUBLIC_URL.',
  }),
};
