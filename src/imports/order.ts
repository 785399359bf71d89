/** What the operator typed behind `npm run import --`. */
import { parseArgs } from 'node:util';
import { bad, good, type Result } from '../lib/result.ts';
import { isDiscordId } from './amount.ts';
import { type Decimal, readDecimal } from './decimal.ts';
import { type SourceKind, sourceKinds } from './source.ts';

export interface ImportOrder {
  readonly kind: 'IMPORT';
  /** No bank uses the database now. */
  readonly isClosed: boolean;
  readonly source: SourceKind;
  readonly path: string;
  readonly isDryRun: boolean;
  readonly negative: 'zero' | null;
  readonly round: 'down' | null;
  readonly infinity: Decimal | null;
  readonly duplicates: 'sum' | null;
  readonly defaultBalance: Decimal | null;
  readonly guild: string | null;
  /** Paths. */
  readonly members: string | null;
  readonly links: string | null;
  /** Tells two files of one bot apart, whose balances are to be added. */
  readonly label: string | null;
}

export type Order =
  | ImportOrder
  | { readonly kind: 'UNDO'; readonly reference: string; readonly isClosed: boolean }
  | { readonly kind: 'LIST' };

export type OrderFault =
  | { readonly code: 'USAGE' }
  | { readonly code: 'OPTION'; readonly text: string }
  | { readonly code: 'VALUE'; readonly option: string; readonly wanted: string }
  | { readonly code: 'ONLY_FOR'; readonly option: string; readonly source: string }
  | { readonly code: 'LINKS_NEEDED' };

const options = {
  'dry-run': { type: 'boolean' },
  closed: { type: 'boolean' },
  list: { type: 'boolean' },
  undo: { type: 'string' },
  negative: { type: 'string' },
  round: { type: 'string' },
  infinity: { type: 'string' },
  duplicates: { type: 'string' },
  'default-balance': { type: 'string' },
  guild: { type: 'string' },
  members: { type: 'string' },
  links: { type: 'string' },
  label: { type: 'string' },
} as const;

type Values = Readonly<Partial<Record<keyof typeof options, string | boolean>>>;

/** Options of one kind of file. */
const belongsTo: Readonly<Partial<Record<keyof typeof options, readonly SourceKind[]>>> = {
  guild: ['red'],
  members: ['red'],
  links: ['essentials'],
  'default-balance': ['red', 'essentials'],
};

const label = /^[a-z0-9-]{1,20}$/;

function typed(
  args: readonly string[],
): Result<{ readonly values: Values; readonly positionals: readonly string[] }, OrderFault> {
  try {
    return good(parseArgs({ args: [...args], options, allowPositionals: true, strict: true }));
  } catch (error) {
    return bad({ code: 'OPTION', text: error instanceof Error ? error.message : String(error) });
  }
}

class Refused extends Error {
  readonly fault: OrderFault;
  constructor(fault: OrderFault) {
    super(fault.code);
    this.fault = fault;
  }
}

const refuse = (option: string, wanted: string): never => {
  throw new Refused({ code: 'VALUE', option: `--${option}`, wanted });
};

function reader(values: Values) {
  const text = (name: keyof typeof options): string | null => {
    const value = values[name];
    return typeof value === 'string' ? value : null;
  };
  /** `refuse` is the same as no option. */
  const choice = <Word extends string>(name: keyof typeof options, word: Word): Word | null => {
    const value = text(name) ?? 'refuse';
    if (value === word) return word;
    return value === 'refuse' ? null : refuse(name, `${word} or refuse`);
  };
  const sum = (name: keyof typeof options, isRefusable: boolean): Decimal | null => {
    const value = text(name);
    if (value === null || (isRefusable && value === 'refuse')) return null;
    const decimal = readDecimal(value);
    if (decimal !== null && decimal.units >= 0n) return decimal;
    return refuse(name, isRefusable ? 'an amount or refuse' : 'an amount');
  };
  const matching = (
    name: keyof typeof options,
    test: (value: string) => boolean,
    wanted: string,
  ) => {
    const value = text(name);
    return value === null || test(value) ? value : refuse(name, wanted);
  };
  return { text, choice, sum, matching };
}

function importOf(source: SourceKind, path: string, values: Values): ImportOrder {
  for (const [option, kinds] of Object.entries(belongsTo)) {
    if (option in values && !kinds.includes(source)) {
      throw new Refused({ code: 'ONLY_FOR', option: `--${option}`, source: kinds.join(', ') });
    }
  }
  const { text, choice, sum, matching } = reader(values);
  const links = text('links');
  if (source === 'essentials' && links === null) throw new Refused({ code: 'LINKS_NEEDED' });
  return {
    kind: 'IMPORT',
    source,
    path,
    isDryRun: values['dry-run'] === true,
    isClosed: values.closed === true,
    negative: choice('negative', 'zero'),
    round: choice('round', 'down'),
    infinity: sum('infinity', true),
    duplicates: choice('duplicates', 'sum'),
    defaultBalance: sum('default-balance', false),
    guild: matching('guild', isDiscordId, 'the id of a server'),
    members: text('members'),
    links,
    label: matching('label', (value) => label.test(value), '1 to 20 of a-z, 0-9 and -'),
  };
}

export function readOrder(args: readonly string[]): Result<Order, OrderFault> {
  const read = typed(args);
  if (!read.ok) return read;
  const { values, positionals } = read.value;
  const [source, path, ...more] = positionals;
  const isClosed = values.closed === true;
  const isAlone = positionals.length === 0 && Object.keys(values).length === (isClosed ? 2 : 1);
  if (typeof values['undo'] === 'string' && isAlone) {
    return good({ kind: 'UNDO', reference: values['undo'], isClosed });
  }
  if (values['list'] === true && isAlone) return good({ kind: 'LIST' });
  const kind = sourceKinds.find((one) => one === source);
  const isPlain = !('undo' in values) && !('list' in values);
  if (kind === undefined || path === undefined || more.length > 0 || !isPlain) {
    return bad({ code: 'USAGE' });
  }
  try {
    return good(importOf(kind, path, values));
  } catch (error) {
    if (error instanceof Refused) return bad(error.fault);
    throw error;
  }
}
