/** Discord's languages: https://docs.discord.com/developers/reference#locales */
const codes = [
  'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR',
  'ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko',
].flatMap((line) => line.split(' '));

/** The first language of the browser that Discord has: `de` for `de-AT`; null for none. */
export function discordLocale(browser: readonly string[]): string | null {
  for (const wanted of browser) {
    const [language = ''] = wanted.split('-');
    const usual: Readonly<Record<string, string>> = { en: 'en-US', es: 'es-419' };
    const found = [wanted, language, usual[language]].find((one) => codes.includes(one ?? ''));
    if (found !== undefined) return found;
  }
  return null;
}

export interface Language {
  readonly code: string;
  readonly name: string;
}

/** Sorted by their names in the language of the page. */
export function languages(reader: string): Language[] {
  const names = new Intl.DisplayNames([reader], { type: 'language' });
  return codes
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((one, other) => one.name.localeCompare(other.name, reader));
}
