/**
 * EssentialsX: one `userdata/<uuid>.yml` per player, whose `money` is a text such as '2901.0'. A
 * link file says which Discord user a player is: CSV with the header `uuid,discord_id`.
 */
import { LineCounter, isMap, isScalar, parseDocument } from 'yaml';
import { amountIn } from './amount.ts';
import { csvRows } from './csv.ts';
import { type Found, type FoundBalance, refuseFile } from './source.ts';

export interface PlayerFile {
  /** `<uuid>.yml`. */
  readonly name: string;
  readonly text: string;
}

const header = 'uuid,discord_id';

const plain = (uuid: string): string => uuid.toLowerCase().replaceAll('-', '');

/** Discord ids by uuid without dashes. */
export function readLinks(text: string): ReadonlyMap<string, string> {
  const [first, ...rows] = csvRows(text);
  if (first?.cells.join(',').toLowerCase() !== header) {
    return refuseFile({ code: 'HEADER', wanted: header });
  }
  const links = new Map<string, string>();
  for (const { cells, line } of rows) {
    const [uuid = '', id = ''] = cells;
    if (links.has(plain(uuid))) return refuseFile({ code: 'LINKED_TWICE', line, uuid });
    links.set(plain(uuid), id);
  }
  return links;
}

/** The text of `money` as it is written, and its line; scalars stay texts. */
function moneyIn(text: string) {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    schema: 'failsafe',
    lineCounter: lines,
    logLevel: 'silent',
  });
  if (document.errors.length > 0) {
    return {
      fault: 'YAML' as const,
      line: document.errors[0]?.linePos?.[0].line ?? 1,
      money: null,
    };
  }
  const pair = isMap(document.contents)
    ? document.contents.items.find(({ key }) => isScalar(key) && key.value === 'money')
    : undefined;
  const value = isScalar(pair?.value) ? pair.value : null;
  const line = value === null ? 1 : lines.linePos(value.range?.[0] ?? 0).line;
  return { fault: null, line, money: typeof value?.value === 'string' ? value.value : null };
}

/** `defaultBalance`: of players without `money`; null: their rows are refused. */
export function readEssentials(
  files: Iterable<PlayerFile>,
  options: { readonly links: ReadonlyMap<string, string>; readonly defaultBalance: string | null },
): Found {
  const balances: FoundBalance[] = [];
  for (const { name, text } of files) {
    const owner = name.replace(/\.yml$/i, '');
    const { fault, line, money } = moneyIn(text);
    const amount = amountIn(money ?? (fault === null ? options.defaultBalance : null));
    const discordUserId = options.links.get(plain(owner)) ?? null;
    balances.push({ line, file: name, owner, discordUserId, amount, fault });
  }
  return { balances, defaultBalance: options.defaultBalance, guild: null };
}
