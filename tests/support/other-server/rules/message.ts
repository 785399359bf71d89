/** Limits of messages: https://docs.discord.com/developers/resources/message */
import { type Body, isJson, type Json, objectsIn } from '../body.ts';
import { Faults, Refusal } from '../refusal.ts';
import { counter, each, topLevel } from './components.ts';

export const flag = { suppressEmbeds: 4, ephemeral: 64, loading: 128, quiet: 4096, v2: 32_768 };
const settable = flag.suppressEmbeds | flag.ephemeral | flag.quiet | flag.v2;
const componentsMax = 40;
const textMax = 4000;

const lengthOf = (value: unknown): number => (typeof value === 'string' ? [...value].length : 0);

function checkEmbeds(faults: Faults, embeds: readonly Json[]): void {
  faults.number('embeds', embeds.length, 0, 10);
  let total = 0;
  embeds.forEach((embed, index) => {
    const at = `embeds.${index}`;
    const { title, description, footer, author } = embed;
    faults.optionalText(`${at}.title`, title, 1, 256);
    faults.optionalText(`${at}.description`, description, 1, 4096);
    const fields = objectsIn(embed['fields']);
    faults.number(`${at}.fields`, fields.length, 0, 25);
    fields.forEach(({ name, value }, number) => {
      faults.text(`${at}.fields.${number}.name`, name, 1, 256);
      faults.text(`${at}.fields.${number}.value`, value, 1, 1024);
      total += lengthOf(name) + lengthOf(value);
    });
    const small = [(footer as Json | undefined)?.['text'], (author as Json | undefined)?.['name']];
    for (const text of [title, description, ...small]) total += lengthOf(text);
  });
  faults.number('embeds', total, 0, 6000);
}

function checkMentions(faults: Faults, mentions: unknown): void {
  if (mentions === undefined || mentions === null) return;
  const { parse = [], users = [], roles = [] } = mentions as Record<string, unknown[]>;
  for (const [key, ids] of Object.entries({ users, roles })) {
    faults.number(`allowed_mentions.${key}`, ids.length, 0, 100);
    const isTwice = parse.includes(key) && ids.length > 0;
    faults.expect(!isTwice, 'allowed_mentions.parse', `${key} are given and parsed`);
  }
  const known = parse.every((one) => ['users', 'roles', 'everyone'].includes(String(one)));
  faults.expect(known, 'allowed_mentions.parse', 'Unknown kind of mention');
}

/** Every uploaded file is described once, and none is described that was not uploaded. */
function checkFiles(faults: Faults, { json, files }: Body, kept: readonly string[]): string[] {
  const described = objectsIn((json as Json)['attachments']);
  const names = [...files.values()].map(({ name }) => name);
  described.forEach(({ id, filename }, index) => {
    const isKept = kept.includes(String(id));
    const upload = files.get(Number(id));
    faults.expect(isKept || upload !== undefined, `attachments.${index}.id`, 'No such file');
    if (upload !== undefined)
      faults.optionalText(`attachments.${index}.filename`, filename, 1, 260);
  });
  faults.expect(new Set(names).size === names.length, 'attachments', 'Two files of one name');
  return names;
}

export interface MessageRules {
  /** The edited message has its flags and files. */
  readonly edited?: { readonly flags: number; readonly files: ReadonlyMap<string, string> };
  /** What shows nothing may be sent: the update of a card. */
  readonly mayBeEmpty?: boolean;
  readonly mayBeEphemeral?: boolean;
}

function checkLegacy(faults: Faults, json: Json): void {
  faults.optionalText('content', json['content'], 0, 2000);
  checkEmbeds(faults, objectsIn(json['embeds']));
  const rows = objectsIn(json['components']);
  faults.number('components', rows.length, 0, 5);
  each(counter(faults), rows, 'components', [1]);
}

function checkV2(faults: Faults, json: Json, names: readonly string[]): void {
  for (const key of ['content', 'embeds', 'poll', 'sticker_ids']) {
    const value = json[key];
    const isGiven = value !== undefined && value !== null && value !== '';
    const isEmpty = Array.isArray(value) && value.length === 0;
    faults.expect(!isGiven || isEmpty, key, 'Not usable with MessageFlags.IS_COMPONENTS_V2');
  }
  const counted = counter(faults);
  const parts = objectsIn(json['components']);
  each(counted, parts, 'components', topLevel);
  faults.number('components', counted.components, parts.length === 0 ? 0 : 1, componentsMax);
  faults.expect(counted.text <= textMax, 'components', `More than ${textMax} characters of text`);
  const shown = [...counted.shown];
  faults.expect(
    shown.every((name) => names.includes(name)),
    'components',
    `A file that is not in the message: ${shown.join()}`,
  );
  const unseen = names.filter((name) => !counted.shown.has(name));
  faults.expect(unseen.length === 0, 'attachments', `No component shows ${unseen.join()}`);
}

/** Throws 50035 and 50006. Returns the flags of the message. */
export function checkMessage(body: Body, rules: MessageRules = {}): number {
  const faults = new Faults();
  const json = isJson(body.json) ? body.json : {};
  const { edited } = rules;
  const asked = Number(json['flags'] ?? 0);
  const allowed = edited === undefined ? settable : flag.suppressEmbeds | flag.v2;
  const ephemeral = rules.mayBeEphemeral === true ? 0 : flag.ephemeral;
  faults.expect(
    (asked & ~allowed) === 0 || edited !== undefined,
    'flags',
    'Flags that are not set',
  );
  faults.expect((asked & ephemeral) === 0 || edited !== undefined, 'flags', 'Not ephemeral');
  const flags = edited === undefined ? asked : edited.flags | (asked & flag.v2);
  faults.optionalText('nonce', json['nonce'], 1, 25);
  checkMentions(faults, json['allowed_mentions']);
  const kept = [...(edited?.files ?? new Map<string, string>())];
  const described = json['attachments'];
  const keptIds = objectsIn(described).map(({ id }) => String(id));
  const keptNames = kept
    .filter(([id]) => described === undefined || keptIds.includes(id))
    .map(([, name]) => name);
  const names = checkFiles(
    faults,
    body,
    kept.map(([id]) => id),
  );
  const isV2 = (flags & flag.v2) !== 0;
  if (isV2) {
    // An edit without components leaves them as they are.
    if (json['components'] !== undefined) checkV2(faults, json, [...names, ...keptNames]);
  } else checkLegacy(faults, json);
  faults.throwAny();
  const hasAny = ['content', 'embeds', 'components'].some((key) => {
    const value = json[key];
    return value !== undefined && value !== null && (value as string | unknown[]).length > 0;
  });
  if (!hasAny && names.length === 0 && rules.mayBeEmpty !== true) {
    throw new Refusal(400, 50_006, 'Cannot send an empty message');
  }
  return flags;
}
