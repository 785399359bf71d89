/** Loads every command file. An invalid file stops the start and is named. */
import { readdir } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { folderWith } from '../../lib/project-folder.ts';
import { type CommandText, inLanguage, languages, words } from '../../words/index.ts';
import { type Command, isCommand } from './command.ts';
import { faultsOf } from './faults.ts';
import { registrationOf } from './registration.ts';
import type { Registry } from './registry.ts';
import { byUse } from './topics.ts';

export interface CommandFile {
  /** Relative to the commands' folder, with forward slashes: `staff/customer/freeze.ts`. */
  readonly file: string;
  readonly value: unknown;
}

export class CommandFault extends Error {
  override readonly name = 'CommandFault';
}

const characters = 8_000;
const commandsMax = 100;
const childrenMax = 25;

const pathOf = (file: string): string => file.slice(0, -extname(file).length).split('/').join(' ');

/**
 * The length that Discord limits: names, descriptions and values of a whole command, each in the
 * language in which it is longest.
 */
function lengthOf(body: unknown): number {
  if (Array.isArray(body)) return body.reduce<number>((sum, one) => sum + lengthOf(one), 0);
  if (typeof body !== 'object' || body === null) return 0;
  const part = body as Readonly<Record<string, unknown>>;
  return Object.entries(part).reduce((sum, [key, value]) => {
    if (key.endsWith('_localizations')) return sum;
    const counts = typeof value === 'string' && ['name', 'description', 'value'].includes(key);
    if (!counts) return sum + lengthOf(value);
    const others = Object.values((part[`${key}_localizations`] ?? {}) as Record<string, string>);
    return sum + Math.max(value.length, ...others.map((text) => text.length));
  }, 0);
}

function treeFaults(registry: Registry): string[] {
  const paths = [...registry.keys()];
  const callable = paths.filter((path) => paths.some((other) => other.startsWith(`${path} `)));
  const bodies = registrationOf(registry, 'everywhere');
  return [
    ...callable.map((path) => `${path}: is a command and a folder of commands`),
    ...(bodies.length > commandsMax ? [`more than ${commandsMax} commands`] : []),
    ...bodies.flatMap((body) => [
      ...(lengthOf(body) > characters ? [`${body.name}: more than ${characters} characters`] : []),
      ...((body.options?.length ?? 0) > childrenMax
        ? [`${body.name}: more than ${childrenMax} parts`]
        : []),
    ]),
  ];
}

/** The faults in English, and those that only another language has. */
function faultsInAll(value: unknown, path: readonly string[]): string[] {
  const english = faultsOf(value, path);
  return languages.reduce(
    (all, language) => [
      ...all,
      ...inLanguage(language, () => faultsOf(value, path))
        .filter((fault) => !english.includes(fault))
        .map((fault) => `${fault} (${language})`),
    ],
    english,
  );
}

type Texts = Readonly<Record<string, CommandText>>;

/** A command is described by the row of its own path. */
function wordFaults(path: string, value: unknown, texts: Texts): string[] {
  if (!isCommand(value)) return [];
  const text = texts[path];
  if (text === undefined) return [`no row “${path}” in src/words/en/commands.ts`];
  return text === value.words ? [] : ['its words are those of another command'];
}

/** Throws one CommandFault that names every wrong file. */
export function registryOf(files: readonly CommandFile[], texts: Texts = words.commands): Registry {
  const faults: string[] = [];
  const registry = new Map<string, Command>();
  for (const { file, value } of [...files].sort((a, b) => (a.file < b.file ? -1 : 1))) {
    const path = pathOf(file);
    const found = [...faultsInAll(value, path.split(' ')), ...wordFaults(path, value, texts)];
    if (registry.has(path)) found.push('another file makes the same command');
    faults.push(...found.map((fault) => `commands/${file}: ${fault}`));
    if (found.length === 0) registry.set(path, value as Command);
  }
  const inOrder = new Map([...registry].sort(([one], [other]) => byUse(one, other)));
  if (faults.length === 0) faults.push(...treeFaults(inOrder));
  if (faults.length === 0 && registry.size === 0) faults.push('there is no command at all');
  if (faults.length > 0) throw new CommandFault(faults.join('\n'));
  return inOrder;
}

async function defaultExport(path: string, file: string): Promise<unknown> {
  try {
    const module = (await import(pathToFileURL(path).href)) as { readonly default?: unknown };
    return module.default;
  } catch (cause) {
    throw new CommandFault(`commands/${file}: cannot be loaded`, { cause });
  }
}

/** The commands folder of this build. */
const ownFolder = join(folderWith('commands'), 'commands');
const ownEnding = extname(fileURLToPath(import.meta.url));

export async function loadCommands(folder = ownFolder, ending = ownEnding): Promise<Registry> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name));
  const files = await Promise.all(
    paths.map(async (path): Promise<CommandFile> => {
      const file = relative(folder, path).split(sep).join('/');
      return { file, value: await defaultExport(path, file) };
    }),
  );
  return registryOf(files);
}
