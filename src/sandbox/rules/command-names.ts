/** The names and descriptions of commands, options and choices, in every language. */
import { Locale } from 'discord-api-types/v10';
import type { Issue } from '../http/issue.ts';

export type Path = readonly (string | number)[];
type Localized = Readonly<Record<string, string | null>> | null;
export interface Named {
  readonly name?: string;
  readonly description?: string | null;
  readonly name_localizations?: Localized;
  readonly description_localizations?: Localized;
}

const namePattern = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const locales: ReadonlySet<string> = new Set(Object.values(Locale));

export const required = (path: Path): Issue => ({
  path,
  code: 'BASE_TYPE_REQUIRED',
  message: 'This field is required',
});

/** Names must be in lower case, also in other languages, except for context-menu commands. */
export function nameIssues({ name, name_localizations: others }: Named, base: Path): Issue[] {
  const named: [Path, string | null | undefined][] = [
    [['name'], name],
    ...Object.entries(others ?? {}).map(([locale, text]): [Path, string | null] => [
      ['name_localizations', locale],
      text,
    ]),
  ];
  return named.flatMap(([at, text]) => {
    if (text === null || text === undefined) return [];
    if (namePattern.test(text) && text === text.toLowerCase()) return [];
    const message = 'Command name is invalid';
    return [{ path: [...base, ...at], code: 'APPLICATION_COMMAND_INVALID_NAME', message }];
  });
}

export function localeIssues(named: Named, path: Path): Issue[] {
  return (['name_localizations', 'description_localizations'] as const).flatMap((key) =>
    Object.keys(named[key] ?? {})
      .filter((locale) => !locales.has(locale))
      .map((locale) => ({
        path: [...path, key, locale],
        code: 'BASE_TYPE_CHOICES',
        message: `Value must be one of {${[...locales].join(', ')}}.`,
      })),
  );
}
