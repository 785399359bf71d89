/** Limits of commands: https://docs.discord.com/developers/interactions/application-commands */
import { type Json, objectsIn } from '../body.ts';
import { Faults } from '../refusal.ts';

const slashName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const locales = new Set(
  (
    'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ' +
    'ru uk hi th zh-CN ja zh-TW ko'
  ).split(' '),
);
const charactersMax = 8000;
const type = { subcommand: 1, group: 2, string: 3, integer: 4, number: 10 } as const;

const lengthOf = (value: unknown): number => (typeof value === 'string' ? [...value].length : 0);

/** The longest of a text and its translations; those count against the limit. */
function longest(text: unknown, translated: unknown): number {
  const others = Object.values((translated ?? {}) as Json);
  return Math.max(...[text, ...others].map(lengthOf));
}

function checkTexts(faults: Faults, part: Json, path: string, isSlash = true): void {
  for (const [key, most] of [
    ['name', 32],
    ['description', 100],
  ] as const) {
    if (key === 'description' && !isSlash) {
      faults.expect((part[key] ?? '') === '', `${path}.${key}`, 'Not for menus');
      continue;
    }
    const translated = Object.entries((part[`${key}_localizations`] ?? {}) as Json);
    const texts: (readonly [string, unknown])[] = [[key, part[key]]];
    for (const [locale, text] of translated) {
      const at = `${key}_localizations.${locale}`;
      faults.expect(locales.has(locale), `${path}.${at}`, 'Unknown locale');
      texts.push([at, text]);
    }
    for (const [at, text] of texts) {
      if (!faults.text(`${path}.${at}`, text, 1, most) || key !== 'name' || !isSlash) continue;
      const isName = slashName.test(text) && text === text.toLowerCase();
      faults.expect(isName, `${path}.${at}`, 'Command name is invalid');
    }
  }
}

function checkChoices(faults: Faults, option: Json, path: string): void {
  const choices = objectsIn(option['choices']);
  faults.number(`${path}.choices`, choices.length, 0, 25);
  const isBoth = choices.length > 0 && option['autocomplete'] === true;
  faults.expect(!isBoth, `${path}.choices`, 'Choices and autocomplete exclude each other');
  choices.forEach(({ name, value }, index) => {
    faults.text(`${path}.choices.${index}.name`, name, 1, 100);
    const isText = option['type'] === type.string;
    if (isText) faults.text(`${path}.choices.${index}.value`, value, 1, 100);
    else faults.expect(typeof value === 'number', `${path}.choices.${index}`, 'Not a number');
  });
  const names = new Set(choices.map(({ name }) => name));
  faults.expect(names.size === choices.length, `${path}.choices`, 'Choices must be unique');
}

function checkOptions(faults: Faults, parent: Json, path: string, depth: number): void {
  const options = objectsIn(parent['options']);
  faults.number(`${path}.options`, options.length, 0, 25);
  const names = new Set(options.map(({ name }) => name));
  faults.expect(names.size === options.length, `${path}.options`, 'Names must be unique');
  const nested = options.filter((one) => [1, 2].includes(Number(one['type'])));
  const isMixed = nested.length > 0 && nested.length < options.length;
  faults.expect(!isMixed, `${path}.options`, 'Subcommands beside options');
  let mayBeRequired = true;
  options.forEach((option, index) => {
    const at = `${path}.options.${index}`;
    const kind = Number(option['type']);
    faults.number(`${at}.type`, option['type'] ?? 0, 1, 11);
    checkTexts(faults, option, at);
    if (kind === type.group) faults.expect(depth === 0, at, 'A group inside a group');
    if (kind <= type.group) {
      faults.expect(depth <= (kind === type.group ? 0 : 1), at, 'Nested too deep');
      return checkOptions(faults, option, at, kind === type.group ? 1 : 2);
    }
    const isRequired = option['required'] === true;
    const inOrder = mayBeRequired || !isRequired;
    faults.expect(inOrder, at, 'Required options must be placed before non-required options');
    mayBeRequired = isRequired;
    checkChoices(faults, option, at);
    faults.number(`${at}.min_length`, option['min_length'], 0, 6000);
    faults.number(`${at}.max_length`, option['max_length'], 1, 6000);
  });
}

/** Names, descriptions and values, in the longest language. */
function charactersOf(part: Json): number {
  const own =
    longest(part['name'], part['name_localizations']) +
    longest(part['description'], part['description_localizations']);
  const choices = objectsIn(part['choices']).map(
    (one) => longest(one['name'], one['name_localizations']) + lengthOf(one['value']),
  );
  const inside = objectsIn(part['options']).map(charactersOf);
  return [own, ...choices, ...inside].reduce((sum, one) => sum + one, 0);
}

/** Throws 50035. */
export function checkCommands(given: unknown): readonly Json[] {
  const faults = new Faults();
  const commands = objectsIn(given);
  faults.expect(Array.isArray(given), 'body', 'Not a list');
  const kinds = new Map<unknown, Set<unknown>>();
  commands.forEach((command, index) => {
    const path = `${index}`;
    const kind = command['type'] ?? 1;
    const names = kinds.get(kind) ?? new Set();
    faults.expect(!names.has(command['name']), `${path}.name`, 'Names must be unique');
    kinds.set(kind, names.add(command['name']));
    checkTexts(faults, command, path, kind === 1);
    if (kind !== 1) faults.expect(command['options'] === undefined, path, 'A menu has no options');
    checkOptions(faults, command, path, 0);
    const size = charactersOf(command);
    faults.expect(size <= charactersMax, path, `${size} characters of ${charactersMax}`);
    const rights = command['default_member_permissions'] ?? '0';
    const areBits = typeof rights === 'string' && /^\d+$/.test(rights);
    faults.expect(areBits, `${path}.default_member_permissions`, 'Not a string of bits');
  });
  faults.number('commands', kinds.get(1)?.size ?? 0, 0, 100);
  faults.number('users', kinds.get(2)?.size ?? 0, 0, 15);
  faults.number('messages', kinds.get(3)?.size ?? 0, 0, 15);
  faults.throwAny();
  return commands;
}
