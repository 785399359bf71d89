/** `npm run import`. */
const usage = `npm run import -- SOURCE FILE [options]   SOURCE: unbelievaboat, red, essentials or csv
npm run import -- --list                  what was imported
npm run import -- --undo REFERENCE        takes an import back

  --closed             no bank uses the database now: the import may take longer than 100 s
  --dry-run            shows what would be booked, and writes nothing
  --negative zero      a negative balance becomes zero
  --round down         decimals that the currency does not have are cut off
  --infinity AMOUNT    takes this amount in place of Infinity
  --duplicates sum     adds the rows of one Discord ID
  --label NAME         for a second file of the same kind whose balances are added to the first
  --guild ID           of Red: the server whose balances are read
  --members FILE       of Red: Discord IDs, one a line; without a row they get the default balance
  --default-balance N  of Red: in place of the default balance in the file;
                       of EssentialsX: for players without money in their file
  --links FILE         of EssentialsX: CSV with the header uuid,discord_id`;

/** Why a balance is not booked, and what can be done. */
const reasons = {
  ID_INVALID: 'this is no Discord ID',
  NOT_LINKED: 'the link file does not name this player',
  COLUMNS: 'the row has not as many cells as the header',
  YAML: 'the file is not valid YAML',
  AMOUNT_MISSING: 'there is no amount',
  AMOUNT_UNREADABLE: 'the amount is no number',
  AMOUNT_INFINITE: 'the amount is infinite; --infinity AMOUNT takes another',
  AMOUNT_NEGATIVE: 'the amount is negative; --negative zero takes zero',
  AMOUNT_FRACTION: 'the currency has fewer decimals; --round down cuts them off',
  AMOUNT_TOO_LARGE: 'the amount is above what an account may hold',
  TOTAL_DIFFERS: 'cash and bank are not the total',
  DUPLICATE: 'several rows have this ID; --duplicates sum adds them',
  IMPORTED_BEFORE: 'another amount was imported for this person before; undo that import first',
  ACCOUNT_CLOSED: 'the account of this person is closed',
  BALANCE_TOO_LARGE: 'with it, the account would hold more than it may',
} as const;

const files = {
  NOT_JSON: (line: number) => `The file is not valid JSON: see line ${line}.`,
  NOT_CSV: (line: number) => `The file is not valid CSV: see line ${line}.`,
  SHAPE: (line: number, wanted: string) => `Line ${line} is not what was expected: ${wanted}.`,
  GUILD_NEEDED: (guilds: string) =>
    `The file has the balances of several servers. Add --guild with one of: ${guilds}`,
  GUILD_UNKNOWN: (guilds: string) => `The file has no such server. It has: ${guilds}`,
  GUILD_UNUSED: 'In this file, one balance counts on all servers. Leave out --guild.',
  HEADER: (wanted: string) => `The first line must be the header ${wanted}.`,
  LINKED_TWICE: (line: number, uuid: string) =>
    `Line ${line} of the link file names the player ${uuid} again.`,
  TOO_MANY: (rowsMax: number) =>
    `The file has more than ${rowsMax} balances. Split it, and give each part a --label.`,
};

const people = (count: number) => (count === 1 ? '1 balance' : `${count} balances`);

export const imports = {
  usage,
  option: (text: string) => `${text}\n\n${usage}`,
  value: (option: string, wanted: string) => `${option} needs ${wanted}.`,
  onlyFor: (option: string, source: string) => `${option} is only for: ${source}.`,
  linksNeeded: 'Add --links FILE: a CSV file with the header uuid,discord_id.',
  files,
  reasons,
  nothingWritten: 'Nothing was written.',
  found: (path: string, count: number, total: string) =>
    `Read ${path}: ${people(count)}, ${total} in all.`,
  linked: (count: number, sum: string) => `  ${people(count)} of registered customers: ${sum}`,
  unlinked: (count: number, sum: string) =>
    `  ${people(count)} of people who have not registered: ${sum}`,
  zeros: (count: number) => `  ${people(count)} of zero: nothing to book`,
  before: (count: number, sum: string) => `  ${people(count)} imported before: ${sum}`,
  changed: (count: number, difference: string) =>
    `  ${people(count)} changed by an option: ${difference} less than in the file`,
  refused: (count: number, sum: string) => `  ${people(count)} refused: ${sum}`,
  refusal: (place: string, owner: string, reason: keyof typeof reasons) =>
    `    ${place}: ${owner}: ${reasons[reason]}`,
  place: (file: string | null, line: number) =>
    file === null ? `line ${line}` : `${file}, line ${line}`,
  sums: (total: string, parts: readonly string[]) =>
    `The sums agree: ${total} = ${parts.join(' + ')}`,
  defaultBalance: (amount: string) =>
    `Members without a row had ${amount} in Red. The file does not name them: see --members.`,
  dryRun: 'This was a dry run: nothing was written.',
  nothingNew: 'Nothing is left to book: nothing was written.',
  booked: (count: number, sum: string, reference: string) =>
    `Booked ${people(count)}, ${sum}, as import ${reference}.\n` +
    `To take it back, as long as the money is untouched: npm run import -- --undo ${reference}`,
  unknownOutcome:
    'The database did not say whether the import was written. Run the same command again: no one ' +
    'is booked twice.',
  tooSlow:
    'The database was too slow or too busy for this import. Nothing was written. Close every bank that ' +
    'uses it, and run the same command with --closed.',
  halted: 'Payments are stopped: see npm run verify-ledger. Nothing was written.',
  reference: 'This is no reference of an import. See npm run import -- --list',
  undone: (count: number, sum: string) =>
    `Took back ${people(count)}, ${sum}. The same file can be imported again.`,
  undoneBefore: (at: string) => `This import was undone at ${at}.`,
  touched: (count: number) =>
    `${count === 1 ? '1 account has' : `${count} accounts have`} changed since the import. Nothing ` +
    'was taken back; staff can correct a single account with /staff adjust.',
  touchedAccount: (numberTail: string, amount: string) => `  …${numberTail}: ${amount}`,
  none: 'Nothing was imported yet.',
  listed: (one: {
    readonly reference: string;
    readonly source: string;
    readonly at: string;
    readonly count: number;
    readonly sum: string;
    readonly undoneAt: string | null;
  }) =>
    `${one.reference}  ${one.at}  ${one.source}  ${people(one.count)}, ${one.sum}` +
    (one.undoneAt === null ? '' : `, undone at ${one.undoneAt}`),
};
