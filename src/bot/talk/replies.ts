/** Cards that answer sentences. */
import type { Currency, HistoryPage, HistorySum } from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { formatAmount } from '../../words/text/amount.ts';
import { formatDay } from '../../words/text/date.ts';
import { joined, type Markup, md, written } from '../../words/text/markup.ts';
import {
  actionButton,
  ask,
  type Button,
  facts,
  formButton,
  type Part,
  refuse,
  type Reply,
  show,
  stepButton,
  text,
  turnButtons,
  withButtons,
} from '../cards/reply.ts';
import { isBlank, nameOf, type Raw, type RawValues } from '../forms/field.ts';
import type { Form } from '../forms/form.ts';
import { lineOf } from '../replies/history.ts';

const { talk: say, buttons } = words.replies;

const helpButton = (): Button => actionButton('topics', say.help, { command: 'help' });

/** Says nothing that depends on the sentence or on the person: others read it. */
export const inPrivateReply = (asker: string): Reply =>
  withButtons(
    show('', text(say.inPrivate.sentence)),
    stepButton('go', say.inPrivate.button, 'primary', { detail: asker }),
  );
export const tooLongReply = (): Reply => show('', text(say.inPrivate.tooLong));

export function notUnderstoodReply(): Reply {
  const { title, lead, examples, quoted } = say.notUnderstood;
  const lines = examples.map((example) => md`- ${quoted(example)}`);
  return withButtons(refuse(title, text(lead), text(joined(lines))), helpButton());
}

const fillIn = (): Button => stepButton('edit', say.fillIn, 'primary');

/** `path` is the command whose form is offered. */
export function unclearReply(
  about: 'amount' | 'payee' | 'payer' | 'date' | 'paymentDate',
  path: string,
  values: RawValues,
): Reply {
  const reply = ask(say.unclear.title, text(say.unclear[about]));
  const isEmpty = Object.values(values).every(isBlank);
  const titles = words.commands as Readonly<Record<string, { readonly title?: string }>>;
  const label = isEmpty ? (titles[path]?.title ?? say.fillIn) : say.fillIn;
  return withButtons(reply, stepButton('edit', label, 'primary'), helpButton());
}

export const unknownPayeeReply = (name: string): Reply =>
  withButtons(
    ask(say.unknownPayee.title(name).markup, text(say.unknownPayee.sentence)),
    fillIn(),
    stepButton('cancel', buttons.cancel),
  );

export interface Choice {
  readonly label: string;
  /** The field and its value. */
  readonly detail: string;
}

export const chooseReply = (name: string, choices: readonly Choice[]): Reply =>
  withButtons(
    ask(say.who.title, ...(choices.length > 1 ? [text(say.who.lead(name))] : [])),
    ...choices.map(({ label, detail }) => stepButton('pick', label, 'primary', { detail })),
    stepButton('edit', say.who.other),
    stepButton('cancel', buttons.cancel),
  );

export function alreadyReply(what: 'registered' | 'loggedIn'): Reply {
  const { title, sentence } = say.already[what];
  const reply = show(title, text(sentence));
  return what === 'registered'
    ? withButtons(reply, formButton('login', buttons.logIn, 'primary'))
    : withButtons(reply, helpButton());
}

const peopleText = (raw: Raw): Markup =>
  written((Array.isArray(raw) ? raw : []).map((id: string) => `<@${id}>`).join(', '));

/** The values that are known, and a button that opens the form for the others. */
export function missingReply(form: Form, values: RawValues): Reply {
  const known = Object.entries(form.fields).flatMap(
    ([name, field]): [string, Markup | string][] => {
      const raw = values[name];
      if (raw === undefined || isBlank(raw)) return [];
      if (field.control.kind === 'person' || field.control.kind === 'people')
        return [[say.missing.member, peopleText(raw)]];
      return typeof raw === 'string' ? [[nameOf(field), raw]] : [];
    },
  );
  const lead = known.length === 0 ? say.openForm.lead : say.missing.lead;
  const parts: Part[] = [...(known.length === 0 ? [] : [facts(known)]), text(lead)];
  const label = known.length === 0 ? form.words.title : say.fillIn;
  return withButtons(ask(form.words.title, ...parts), stepButton('edit', label, 'primary'));
}

export interface PartySums {
  /** The person, or null for all. */
  readonly name: string | null;
  readonly sums: { readonly in: HistorySum; readonly out: HistorySum };
  /** Null where nobody was found. */
  readonly newest: HistoryPage | null;
}

interface SumsView {
  readonly currency: Currency;
  readonly direction: 'in' | 'out' | null;
  readonly days: { readonly from?: string; readonly to?: string };
}

const dayOf = (day: string | undefined): string | null =>
  day === undefined ? null : formatDay(day);

function sumLines({ sums }: PartySums, { currency, direction, days }: SumsView): Markup[] {
  const period = { from: dayOf(days.from), to: dayOf(days.to) };
  const wanted = direction === null ? (['in', 'out'] as const) : [direction];
  const lines = wanted.flatMap((one) => {
    const { count, total } = sums[one];
    return count === 0 ? [] : [say.sums[one](formatAmount(total, currency), count, period)];
  });
  return lines.length > 0 ? lines : [say.sums.none(period)];
}

export function sumsReply(found: readonly PartySums[], view: SumsView): Reply {
  const nothing = { count: 0, total: 0n };
  const all: readonly PartySums[] =
    found.length > 0 ? found : [{ name: null, sums: { in: nothing, out: nothing }, newest: null }];
  const parts = all.flatMap((one): Part[] => [
    text(
      joined([
        ...(one.name === null ? [] : [say.sums.with(md`**${one.name}**`)]),
        ...sumLines(one, view),
      ]),
    ),
    ...(all.length === 1 && one.newest !== null && one.newest.entries.length > 0
      ? [
          text(
            joined([
              written(say.sums.newest),
              ...one.newest.entries.map((entry) => lineOf(entry, view.currency)),
            ]),
          ),
        ]
      : []),
  ]);
  const [only] = all;
  const older = all.length === 1 ? (only?.newest?.older ?? null) : null;
  return withButtons(
    show(say.sums.title, ...parts),
    ...turnButtons({ older, newer: null }, { keepsInput: true }),
    stepButton('edit', buttons.filter),
  );
}
