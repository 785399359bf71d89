/** The card with a statement's files, and the periods that it leads to. */
import { hash } from 'node:crypto';
import { z } from 'zod';
import {
  type AccountNumber,
  type NamedAccount,
  type Statement,
  type StatementPeriod,
} from '../../bank/index.ts';
import {
  daysOfMonth,
  monthBefore,
  packStatement,
  type StatementFormat,
  statementFormats,
} from '../../documents/index.ts';
import { accountTitle } from '../forms/account-names.ts';
import { words } from '../../words/index.ts';
import { formatAmount } from '../../words/text/amount.ts';
import { code, type Markup, md } from '../../words/text/markup.ts';
import { formatDay } from '../../words/text/date.ts';
import {
  actionButton,
  done,
  facts,
  type Menu,
  type Reply,
  refuse,
  small,
  stepButton,
  text,
  withButtons,
} from '../cards/reply.ts';

const say = words.replies.statement;

/** Discord takes files of up to 10 MiB in a message. */
const sizeMax = 10_000_000;

/** `2026-03-01_2026-03-31_csv_1234567897`: the days, the format and the account. */
const tokenShape = /^(\d{4}-\d{2}-\d{2})_(\d{4}-\d{2}-\d{2})_([a-z]+)(?:_(\d{10}))?$/;

export interface WantedStatement {
  readonly from: string;
  readonly to: string;
  readonly formats: readonly StatementFormat[];
  /** The main account where none is named, as on cards of earlier versions. */
  readonly account?: AccountNumber | undefined;
}

const isDay = (day: string): boolean => !Number.isNaN(Date.parse(day));

export const statementToken = z.string().transform((token, context): WantedStatement => {
  const [, from = '', to = '', name = '', number] = tokenShape.exec(token) ?? [];
  const format = statementFormats.find((one) => one === name);
  if (format !== undefined && isDay(from) && isDay(to)) {
    return { from, to, formats: [format], account: number as AccountNumber | undefined };
  }
  context.addIssue('no statement');
  return z.NEVER;
});

export type StaffStatement = WantedStatement & { readonly account: AccountNumber };

/** A token without an account number is not one of the staff's. */
export const staffStatementToken = statementToken.transform((wanted, context): StaffStatement => {
  const { account } = wanted;
  if (account !== undefined) return { ...wanted, account };
  context.addIssue('no account');
  return z.NEVER;
});

const tokenOf = (
  { from, to }: Omit<StatementPeriod, 'zone'>,
  { format, account }: { readonly format: StatementFormat; readonly account: AccountNumber },
): string => `${from}_${to}_${format}_${account}`;

const menuOf = (
  { period, accountNumber: account }: Statement['head'],
  formats: readonly StatementFormat[],
): Menu => ({
  action: 'again',
  placeholder: say.another,
  choices: statementFormats.map((format) => ({
    value: tokenOf(period, { format, account }),
    label: words.fields.statementFormats.choices[format].label,
    isChosen: formats.length === 1 && formats[0] === format,
  })),
});

export interface StatementAsked {
  readonly formats: readonly StatementFormat[];
  readonly bankName: string;
  /** Shown to customers with several accounts, or shared ones. */
  readonly account: NamedAccount | null;
  /** The card names the whole account, and that the look is recorded. */
  readonly byStaff?: boolean;
}

function accountText(named: NamedAccount | null, isWhole: boolean): Markup | null {
  if (named === null) return null;
  return isWhole ? code(named.accountNumber) : md`${accountTitle(named)}`;
}

export async function statementReply(
  statement: Statement,
  { formats, bankName, account: named, byStaff = false }: StatementAsked,
): Promise<Reply> {
  const { head } = statement;
  const { period, currency, opening, closing, count, isProvisional } = head;
  const { accountNumber: account } = head;
  const packed = await packStatement(statement, { formats, bankName, sizeMax });
  const title = say.title(formatDay(period.from), formatDay(period.to));
  const previous = monthBefore(period.from);
  const [format = 'pdf'] = formats;
  const buttons = [
    actionButton('again', say.previous, {
      token: tokenOf(daysOfMonth(previous), { format, account }),
    }),
    stepButton('edit', say.period),
  ];
  if (packed === null) return withButtons(refuse(title, text(say.tooLarge)), ...buttons);
  const proof = await statement.proof(hash('sha256', packed.bytes, 'buffer'));
  const card = done(
    title,
    facts([
      [words.replies.labels.account, accountText(named, byStaff)],
      [say.opening, formatAmount(opening, currency)],
      [isProvisional ? say.closingSoFar : say.closing, formatAmount(closing, currency)],
    ]),
    small(`${say.entries(Number(count))} · ${say.zone(period.zone)}`),
    ...(isProvisional ? [small(say.provisional)] : []),
    ...(packed.isSplit ? [small(say.split)] : []),
    small(proof === null ? say.proofSoon : say.proof),
    ...(byStaff ? [small(words.replies.served.note)] : []),
  );
  return {
    ...withButtons(card, ...buttons),
    menu: menuOf(head, formats),
    attachments: [
      { name: packed.name, bytes: packed.bytes },
      ...(proof === null ? [] : [{ name: `${packed.name}.proof`, bytes: Buffer.from(proof) }]),
    ],
  };
}

const yearsMax = 10;

/** Refuses days that are no period of a statement; null if they are one. */
export function periodRefusal(from: string, to: string, today: string): Reply | null {
  const latest = `${Number(from.slice(0, 4)) + yearsMax}${from.slice(4)}`;
  const reason = from > today ? say.future : to >= latest ? say.tooLong : null;
  if (reason === null) return null;
  const title = say.title(formatDay(from), formatDay(to));
  return withButtons(refuse(title, text(reason)), stepButton('edit', say.period));
}
