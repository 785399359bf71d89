/** Discord's languages: https://docs.discord.com/developers/reference#locales */
const codes = [
  'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR',
  'ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko',
].flatMap((line) => line.split(' '));

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
