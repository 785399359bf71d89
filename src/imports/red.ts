/**
 * Red: `settings.json` of its bank. `GLOBAL.is_global` says whether the balances are those of all
 * users (`USER`) or of each server's members (`MEMBER`). Who has no row has the default balance.
 */
import { amountIn, isDiscordId } from './amount.ts';
import { type JsonMember, type JsonNode, memberOf, readJson, textIn } from './json.ts';
import { type Found, type FoundBalance, membersFile, refuseFile } from './source.ts';

/** Under which Red stores its bank. */
const bankIdentifier = '384734293238749';
const wanted = 'settings.json of Red’s bank, with GLOBAL and USER or MEMBER';
/** Red's own, where the file does not say. */
const redDefault = '100';

export interface RedOptions {
  /** The server whose balances are read, where Red keeps them by server. */
  readonly guild: string | null;
  /** A list of Discord ids, one a line; they get the default balance where they have no row. */
  readonly members: string | null;
  /** In place of the default balance in the file. */
  readonly defaultBalance: string | null;
}

const membersOf = (node: JsonNode | undefined): readonly JsonMember[] =>
  node?.kind === 'object' ? node.members : [];

const scopes = ['GLOBAL', 'GUILD', 'MEMBER', 'USER'];

const isBank = (node: JsonNode | undefined): boolean =>
  membersOf(node).some(({ name }) => scopes.includes(name));

function bankIn(root: JsonNode): JsonNode {
  const inner = memberOf(root, bankIdentifier);
  if (inner !== undefined && isBank(inner)) return inner;
  return isBank(root) ? root : refuseFile({ code: 'SHAPE', line: root.line, wanted });
}

function isGlobal(bank: JsonNode): boolean {
  const node = memberOf(memberOf(bank, 'GLOBAL'), 'is_global');
  if (node === undefined) return false;
  if (node.kind === 'literal' && node.value !== null) return node.value;
  return refuseFile({ code: 'SHAPE', line: node.line, wanted });
}

function chosenGuild(bank: JsonNode, guild: string | null): string {
  const guilds = membersOf(memberOf(bank, 'MEMBER')).map(({ name }) => name);
  if (guild !== null) {
    return guilds.includes(guild) ? guild : refuseFile({ code: 'GUILD_UNKNOWN', guilds });
  }
  const [first] = guilds;
  if (first === undefined) return refuseFile({ code: 'SHAPE', line: bank.line, wanted });
  return guilds.length === 1 ? first : refuseFile({ code: 'GUILD_NEEDED', guilds });
}

const balanceIn = ({ name, line, value }: JsonMember): FoundBalance => ({
  line,
  file: null,
  owner: name,
  discordUserId: name,
  amount: amountIn(textIn(memberOf(value, 'balance'))),
});

/** Ids of members without a row; lines are those of the list of members. */
function withoutRow(
  members: string,
  known: ReadonlySet<string>,
  defaultBalance: string,
): FoundBalance[] {
  return members.split(/\r?\n/).flatMap((text, index) => {
    const owner = text.trim();
    if (owner === '' || known.has(owner)) return [];
    const amount = isDiscordId(owner) ? amountIn(defaultBalance) : 'MISSING';
    return [{ line: index + 1, file: membersFile, owner, discordUserId: owner, amount }];
  });
}

export function readRed(text: string, options: RedOptions): Found {
  const bank = bankIn(readJson(text));
  const global = isGlobal(bank);
  if (global && options.guild !== null) return refuseFile({ code: 'GUILD_UNUSED' });
  const guild = global ? null : chosenGuild(bank, options.guild);
  const rows = guild === null ? memberOf(bank, 'USER') : memberOf(memberOf(bank, 'MEMBER'), guild);
  const home = guild === null ? memberOf(bank, 'GLOBAL') : memberOf(memberOf(bank, 'GUILD'), guild);
  const inFile = textIn(memberOf(home, 'default_balance')) ?? redDefault;
  const defaultBalance = options.defaultBalance ?? inFile;
  const balances = membersOf(rows).map(balanceIn);
  const known = new Set(balances.map(({ owner }) => owner));
  const others = options.members === null ? [] : withoutRow(options.members, known, defaultBalance);
  return { balances: [...balances, ...others], defaultBalance, guild };
}
