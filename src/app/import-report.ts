/** What an import found and booked, in lines for the terminal. */
import type { Imported, Currency, ImportPlan } from '../bank/index.ts';
import {
  type Decimal,
  decimalText,
  type RefusedRow,
  type Settled,
  sumOf,
  zero,
} from '../imports/index.ts';
import { terminal } from '../words/index.ts';
import { formatAmount } from '../words/text/amount.ts';

const say = terminal.imports;

type Part = { readonly units: bigint };
const total = (parts: readonly Part[]): bigint => parts.reduce((sum, { units }) => sum + units, 0n);

interface Report {
  readonly path: string;
  readonly settled: Settled;
  readonly plan: ImportPlan;
  readonly currency: Currency;
}

/** Refusals of the file and of the bank, in the order of the file. */
function refusedIn({ settled, plan, currency }: Report) {
  const byBank = plan.refused.map(({ balance, reason }) => ({
    line: balance.line,
    file: balance.file,
    owner: balance.discordUserId,
    reason,
    amount: { units: balance.units, scale: currency.scale },
  }));
  const all: RefusedRow<keyof typeof say.reasons>[] = [...settled.refused, ...byBank];
  return all.sort((one, other) =>
    one.file === other.file
      ? one.line - other.line
      : (one.file ?? '') < (other.file ?? '')
        ? -1
        : 1,
  );
}

export function reportLines(report: Report): string[] {
  const { path, settled, plan, currency } = report;
  const money = (units: bigint): string => formatAmount(units, currency);
  const decimal = (value: Decimal): string => `${decimalText(value)} ${currency.code}`;
  const linked = plan.linked.map(({ balance }) => balance);
  const unlinked = plan.unlinked.map(({ balance }) => balance);
  const refused = refusedIn(report);
  const refusedSum = refused.reduce((sum, { amount }) => sumOf(sum, amount ?? zero), zero);
  const { scale } = currency;
  const summands = [linked, unlinked, plan.before].map((part) => ({ units: total(part), scale }));
  const { changed } = settled;
  return [
    say.found(path, settled.found, decimal(settled.total)),
    say.linked(linked.length, money(total(linked))),
    say.unlinked(unlinked.length, money(total(unlinked))),
    ...(settled.zeros === 0 ? [] : [say.zeros(settled.zeros)]),
    ...(plan.before.length === 0
      ? []
      : [say.before(plan.before.length, money(total(plan.before)))]),
    ...(changed.rows === 0 ? [] : [say.changed(changed.rows, decimal(changed.difference))]),
    say.refused(refused.length, decimal(refusedSum)),
    ...refused.map(({ file, line, owner, reason }) =>
      say.refusal(say.place(file, line), owner, reason),
    ),
    say.sums(
      decimalText(settled.total),
      [...summands, changed.difference, refusedSum].map(decimalText),
    ),
  ];
}

/** What was written. */
export function outcomeLine({ reference, plan }: Imported, currency: Currency): string {
  const booked = [...plan.linked, ...plan.unlinked].map(({ balance }) => balance);
  return reference === null
    ? say.nothingNew
    : say.booked(booked.length, formatAmount(total(booked), currency), reference);
}
