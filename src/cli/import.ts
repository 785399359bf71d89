/**
 * `npm run import -- SOURCE FILE`: books the balances that people had with another bot. The bank
 * may be open: an import is one database transaction, and registrations wait until it ends.
 */
import { resolve } from 'node:path';
import { type BooksDatabase, openBooks, updateSchema } from '../app/books-database.ts';
import { outcomeLine, reportLines } from '../app/import-report.ts';
import { StartError } from '../app/start-error.ts';
import { runTool, say } from '../app/tool.ts';
import {
  BankError,
  bookImport,
  ensureChart,
  type ImportTools,
  isoDate,
  parseReference,
  planImport,
  readImports,
  readSavedSettings,
  referenceOf,
  undoImport,
} from '../bank/index.ts';
import type { Config } from '../config/config.ts';
import { withSaved } from '../config/saved.ts';
import { isUnavailable, OutcomeUnknown } from '../db/errors.ts';
import { insertProcess } from '../db/processes.ts';
import {
  type FileFault,
  ImportFileError,
  type ImportOrder,
  loadFile,
  minorUnits,
  type OrderFault,
  readOrder,
  settle,
} from '../imports/index.ts';
import { systemClock } from '../lib/clock.ts';
import { idSource, processNumbers } from '../lib/ids.ts';
import { terminal } from '../words/index.ts';
import { formatAmount } from '../words/text/amount.ts';

const words = terminal.imports;

function orderSentence(fault: OrderFault): string {
  switch (fault.code) {
    case 'USAGE':
      return words.usage;
    case 'OPTION':
      return words.option(fault.text);
    case 'VALUE':
      return words.value(fault.option, fault.wanted);
    case 'ONLY_FOR':
      return words.onlyFor(fault.option, fault.source);
    case 'LINKS_NEEDED':
      return words.linksNeeded;
  }
}

function fileSentence(fault: FileFault): string {
  switch (fault.code) {
    case 'NOT_JSON':
    case 'NOT_CSV':
      return words.files[fault.code](fault.line);
    case 'SHAPE':
      return words.files.SHAPE(fault.line, fault.wanted);
    case 'GUILD_NEEDED':
    case 'GUILD_UNKNOWN':
      return words.files[fault.code](fault.guilds.join(', '));
    case 'GUILD_UNUSED':
      return words.files.GUILD_UNUSED;
    case 'HEADER':
      return words.files.HEADER(fault.wanted);
    case 'LINKED_TWICE':
      return words.files.LINKED_TWICE(fault.line, fault.uuid);
    case 'TOO_MANY':
      return words.files.TOO_MANY(fault.rowsMax);
  }
}

/** Known problems as sentences for the operator. */
function explained(error: unknown): unknown {
  if (error instanceof ImportFileError) {
    return new StartError(`${fileSentence(error.fault)}\n${words.nothingWritten}`);
  }
  if (error instanceof BankError && error.code === 'BANK_HALTED')
    return new StartError(words.halted);
  if (error instanceof OutcomeUnknown) return new StartError(words.unknownOutcome);
  return isUnavailable(error) ? new StartError(words.tooSlow) : error;
}

async function toolsOf(books: BooksDatabase, config: Config) {
  await updateSchema(books, config);
  const { pool } = books;
  const { currency } = withSaved(config, await readSavedSettings(pool)).bank;
  await ensureChart(pool, currency, isoDate(systemClock.now()));
  const processNumber = (await insertProcess(pool)) % processNumbers;
  return { pool, currency, nextId: idSource({ clock: systemClock, processNumber }) };
}
type Tools = Awaited<ReturnType<typeof toolsOf>>;

async function importFile(tools: Tools, order: ImportOrder): Promise<0 | 1> {
  const { currency } = tools;
  const { found, sha256, source } = loadFile(order);
  const infinity = order.infinity && minorUnits(order.infinity, currency.scale);
  if (infinity?.isExact === false) {
    throw new StartError(words.value('--infinity', `at most ${currency.scale} decimals`));
  }
  const settled = settle(found, { ...order, infinity: infinity?.units ?? null }, currency.scale);
  const file = { source, sha256, balances: settled.rows };
  const imported = order.isDryRun
    ? { reference: null, plan: await planImport(tools.pool, file) }
    : await bookImport({ ...tools, isClosed: order.isClosed }, file);
  const { plan } = imported;
  for (const line of reportLines({ path: order.path, settled, plan, currency })) say(line);
  if (order.source === 'red' && order.members === null && found.defaultBalance !== null) {
    say(words.defaultBalance(found.defaultBalance));
  }
  say(order.isDryRun ? words.dryRun : outcomeLine(imported, currency));
  return settled.refused.length + plan.refused.length === 0 ? 0 : 1;
}

async function undo(tools: ImportTools, typed: string): Promise<0 | 1> {
  const id = parseReference(typed);
  const undone = id.ok ? await undoImport(tools, id.value) : { kind: 'UNKNOWN' as const };
  const money = (units: bigint): string => formatAmount(units, tools.currency);
  switch (undone.kind) {
    case 'UNKNOWN':
      throw new StartError(words.reference);
    case 'UNDONE_BEFORE':
      say(words.undoneBefore(undone.at.toISOString()));
      return 0;
    case 'TOUCHED':
      say(words.touched(undone.accounts.length));
      for (const { numberTail, amount } of undone.accounts) {
        say(words.touchedAccount(numberTail, money(amount)));
      }
      return 1;
    case 'UNDONE':
      say(words.undone(undone.rows, money(undone.units)));
      return 0;
  }
}

async function list({ pool, currency }: Tools): Promise<0> {
  const imports = await readImports(pool);
  if (imports.length === 0) say(words.none);
  for (const { id, source, importedAt, undoneAt, rows: count, units } of imports) {
    const [reference, sum] = [referenceOf(id), formatAmount(units, currency)];
    const [at, until] = [importedAt.toISOString(), undoneAt?.toISOString() ?? null];
    say(words.listed({ reference, source, at, count, sum, undoneAt: until }));
  }
  return 0;
}

await runTool(async (config, args) => {
  const read = readOrder(args);
  if (!read.ok) throw new StartError(orderSentence(read.reason));
  const order = read.value;
  const books = await openBooks(config, { mayBeNew: true, progress: say });
  try {
    const tools = await toolsOf(books, config);
    if (order.kind === 'LIST') return await list(tools);
    if (order.kind === 'UNDO')
      return await undo({ ...tools, isClosed: order.isClosed }, order.reference);
    return await importFile(tools, { ...order, path: resolve(order.path) });
  } catch (error) {
    throw explained(error);
  } finally {
    await books.close();
  }
});
