/** Valid values for a form, found with its schemas, so that new fields are covered too. */
import { isoDate, referenceOf } from '../../../src/bank/index.ts';
import type { AmountWish, RequestId } from '../../../src/bank/model/index.ts';
import type { Facts, Field, Raw, RawValues } from '../../../src/bot/forms/field.ts';
import type { Form } from '../../../src/bot/forms/form.ts';
import { dayMs } from '../../../src/lib/durations.ts';
import type { Storable } from '../../../src/lib/storable.ts';
import { exactly, password } from '../bank.ts';

export interface About {
  readonly accountNumber: string;
  readonly member: string;
  readonly transaction: RequestId;
}

/** Tried in turn; the first that the field's schema accepts is its sample. */
const texts = ({ accountNumber, member, transaction }: About): readonly string[] => [
  accountNumber,
  '1',
  '1990-12-31',
  referenceOf(transaction),
  '0000-0000-0000-0',
  '123456',
  'anna@example.com',
  '+4930123456',
  // The code of a receipt that does not exist.
  `${referenceOf(transaction)}.${'0'.repeat(16)}`,
  member,
  password,
  '2026-01',
  'Anna Miller',
  '22:00-07:00',
  'Europe/Berlin',
  `${referenceOf(transaction)}.0000-0000-0000-0000`,
];

function candidates(field: Field, about: About): readonly Raw[] {
  const { control } = field;
  switch (control.kind) {
    case 'person':
    case 'people':
    case 'serverRole':
      return [[about.member]];
    case 'choice':
      return control.choices.map(({ value }) => value);
    case 'choices':
      return control.choices.map(({ value }) => [value]);
    case 'checkbox':
      return [true];
    case 'number':
    case 'text':
      return texts(about);
  }
}

const dayIn = (days: number): string => isoDate(Date.now() + days * dayMs);
/** The last day of a sample request, which ends at midnight. */
const [dueDay, lastDay] = [dayIn(10), dayIn(30)];

/** Where the first text that fits would be refused later. */
const named: Readonly<Record<string, readonly Raw[]>> = {
  first: ['2099-01-31'],
  due_date: [dueDay],
  expires: [lastDay],
  until: ['12', dueDay],
  date: [lastDay],
  currency: ['GEM'],
  valid_from: [lastDay],
  goal: ['1'],
  flat: ['1'],
  minimum: ['1'],
  maximum: ['1'],
  every: ['month'],
  time: ['09:00'],
  // The first role has none.
  allowance: [''],
  time_zone: ['Europe/Berlin'],
};

/** Throws if none fits: then a sample for a new kind of text is missing above. */
export function sampleOf(name: string, field: Field, facts: Facts, about: About): Raw {
  const wanted = /amount|days/.test(name) ? ['1'] : (named[name] ?? candidates(field, about));
  const found = wanted.find((raw) => field.schema(facts).safeParse(raw).success);
  if (found === undefined) throw new Error(`tests/support/stage/samples.ts: nothing for ${name}`);
  return found;
}

/** A complete form; of mutually exclusive fields the first is filled. */
export function sampleValues(form: Form, facts: Facts, about: About): RawValues {
  const groups = [...(form.oneOf ?? []), ...(form.someOf ?? [])];
  const left = new Set(groups.flatMap(([, ...others]) => others));
  // A month is given instead of days.
  if ('month' in form.fields) for (const name of ['from_date', 'to_date']) left.add(name);
  return Object.fromEntries(
    Object.entries(form.fields)
      .filter(([name, { optionOnly }]) => !left.has(name) && !optionOnly)
      .map(([name, field]) => [name, sampleOf(name, field, facts, about)]),
  );
}

/**
 * The order that each command with a confirm card makes of its sample values. If one changes here,
 * raise `orderVersion` in src/bot/settle/pending.ts.
 */
export function sampleOrder(path: string, about: About): Storable {
  const { accountNumber, member, transaction } = about;
  const viewer = { role: 'VIEWER', allowance: null };
  const wish: AmountWish = exactly(100n);
  const amount = 100n;
  const [memo, reason] = [accountNumber, accountNumber];
  const orders: Readonly<Record<string, Storable>> = {
    'account close': { account: accountNumber },
    'account main': { account: accountNumber },
    'account open': { type: 'CURRENT', name: password },
    'account share close': { account: accountNumber },
    'account share invite': { account: accountNumber, member, ...viewer, readsAll: false },
    'account share leave': { account: accountNumber },
    'account share open': { name: password },
    'account share remove': { account: accountNumber, member },
    'account share role': { account: accountNumber, member, ...viewer },
    'account share rule': { account: accountNumber, rule: null },
    deposit: { wish, memo, decidedBy: 'open' },
    'limits set': { period: 'PAYMENT', amount },
    pay: { accountNumber, wish, memo },
    'pot add': { pot: accountNumber, wish },
    'pot close': { account: accountNumber },
    'pot lock': { pot: accountNumber, untilDay: dueDay, waitHours: 1 },
    'pot new': { name: password, goal: amount, goalDate: lastDay },
    'pot release': { pot: accountNumber },
    'pot round-up': { pot: accountNumber, units: 1 },
    'pot take': { pot: accountNumber, wish },
    'privacy erase': null,
    'schedule cancel': { number: 1 },
    'schedule create': {
      accountNumber,
      amount: { kind: 'FIXED', amount },
      calendar: {
        zone: 'Europe/Berlin',
        hour: 9,
        minute: 0,
        first: '2099-02-01',
        unit: 'MONTH',
        every: 1,
        monthDay: 1,
        last: null,
        count: 12,
      },
      memo,
    },
    'request cancel': { id: transaction },
    'request create': {
      dues: [{ accountNumber, amount }],
      memo,
      dueOn: dueDay,
      expiresAt: new Date(Date.parse(lastDay) + dayMs),
    },
    'request remind': { id: transaction, number: 1 },
    'staff fee': {
      kind: 'TRANSFER',
      flat: amount,
      perMille: 1n,
      least: amount,
      most: amount,
      free: 1,
      from: lastDay,
      reason,
    },
    'staff interest': { type: 'SAVINGS', basisPoints: 1n, from: lastDay, reason },
    'staff adjust': { accountNumber, amount, side: 'credit', reason },
    'staff deposit': { accountNumber, wish, memo },
    'staff reverse': { transaction, reason },
    'staff withdraw': { accountNumber, wish, memo },
    transfer: { accountNumber, wish, memo },
    withdraw: { wish, memo },
  };
  const order = orders[path];
  if (order === undefined) throw new Error(`tests/support/stage/samples.ts: no order of ${path}`);
  return order;
}

const partOf = (id: string, { control }: Field, raw: Raw): unknown => {
  const types = {
    text: 4,
    number: 4,
    person: 5,
    people: 5,
    serverRole: 6,
    choice: 21,
    choices: 22,
    checkbox: 23,
  } as const;
  const many = ['person', 'people', 'serverRole', 'choices'].includes(control.kind);
  return { type: types[control.kind], id: 1, custom_id: id, [many ? 'values' : 'value']: raw };
};

/** The values as Discord sends a submitted form. */
export const submittedParts = (form: Form, values: RawValues): unknown[] =>
  Object.entries(form.fields)
    .filter(([name]) => values[name] !== undefined)
    .map(([name, field]) => ({ type: 18, id: 1, component: partOf(name, field, values[name]!) }));
