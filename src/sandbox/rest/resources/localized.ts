/** Commands in lists: without localisation dictionaries, unless requested. */
import type { Context } from '../../http/context.ts';

type Names = Readonly<Record<string, string | null>> | null | undefined;
type Part = Readonly<Record<string, unknown>>;

/** With a locale in the header, each name has its translation, if there is one. */
export function listed(context: Context, commands: readonly object[]): unknown[] {
  if (context.flag('with_localizations')) return [...commands];
  const locale = context.header('x-discord-locale') ?? '';
  return commands.map((command) => inOneLanguage({ ...command }, locale));
}

function inOneLanguage(part: Part, locale: string): Part {
  const { name_localizations, description_localizations, options, choices, ...rest } = part;
  const name = (name_localizations as Names)?.[locale];
  const description = (description_localizations as Names)?.[locale];
  const within = (parts: unknown) => (parts as Part[]).map((one) => inOneLanguage(one, locale));
  return {
    ...rest,
    ...(name && { name_localized: name }),
    ...(description && { description_localized: description }),
    ...(Array.isArray(options) && { options: within(options) }),
    ...(Array.isArray(choices) && { choices: within(choices) }),
  };
}
