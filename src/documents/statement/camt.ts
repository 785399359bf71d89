/** ISO 20022 camt.053.001.08, "BankToCustomerStatement". */
import type { Statement, StatementLine } from '../../bank/index.ts';
import { counterpartyOf, eachLine, memoOf, type Pieces, sumOf } from '../text/shared.ts';
import { monthNumber, periodEnds } from '../text/period.ts';
import { element, elements } from '../text/xml.ts';

const namespace = 'urn:iso:std:iso:20022:tech:xsd:camt.053.001.08';

const side = (sum: bigint): string => element('CdtDbtInd', sum < 0n ? 'DBIT' : 'CRDT');

interface Sums {
  readonly statement: Statement;
  readonly currency: string;
}

const amount = ({ statement, currency }: Sums, sum: bigint): string =>
  `<Amt Ccy="${currency}">${sumOf(sum < 0n ? -sum : sum, statement)}</Amt>`;

const balance = (sums: Sums, code: string, sum: bigint, day: string): string =>
  elements(
    'Bal',
    elements('Tp', elements('CdOrPrtry', element('Cd', code))),
    amount(sums, sum),
    side(sum),
    elements('Dt', element('Dt', day)),
  );

/** A party by name and the last digits of the account. */
const party = (line: StatementLine): string =>
  elements(
    'RltdPties',
    elements(
      line.amount > 0n ? 'Dbtr' : 'Cdtr',
      elements('Pty', element('Nm', counterpartyOf(line), 140)),
    ),
  );

const remittance = (line: StatementLine): string => {
  const text = element('Ustrd', memoOf(line) ?? '', 140);
  return text === '' ? '' : elements('RmtInf', text);
};

const entry = (sums: Sums, line: StatementLine): string =>
  `${elements(
    'Ntry',
    element('NtryRef', String(line.seq)),
    amount(sums, line.amount),
    side(line.amount),
    line.reverses === null ? '' : element('RvslInd', 'true'),
    elements('Sts', element('Cd', 'BOOK')),
    elements('BookgDt', element('DtTm', line.bookedAt.toISOString())),
    elements('ValDt', element('Dt', line.day)),
    element('AcctSvcrRef', line.reference, 35),
    elements('BkTxCd', elements('Prtry', element('Cd', line.kind))),
    elements('NtryDtls', elements('TxDtls', party(line), remittance(line))),
  )}\n`;

export async function* camt(statement: Statement): Pieces {
  const { head } = statement;
  const { period, accountNumber } = head;
  const currency = head.isoCurrency;
  const sums = { statement, currency };
  const { start, last, end } = periodEnds(period);
  const name = `${accountNumber}-${period.from.replaceAll('-', '')}-${period.to.replaceAll('-', '')}`;
  const made = element('CreDtTm', end.toISOString());
  const number = monthNumber(head);
  yield (
    `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="${namespace}"><BkToCstmrStmt>` +
    `${elements('GrpHdr', element('MsgId', name), made)}\n<Stmt>${element('Id', name)}` +
    `${number === null ? '' : element('ElctrncSeqNb', String(number))}${made}` +
    elements(
      'FrToDt',
      element('FrDtTm', start.toISOString()),
      element('ToDtTm', last.toISOString()),
    ) +
    elements(
      'Acct',
      elements('Id', elements('Othr', element('Id', accountNumber))),
      element('Ccy', currency),
      elements('Ownr', element('Nm', head.holderName, 140)),
    ) +
    `\n${balance(sums, 'OPBD', head.opening, period.from)}\n` +
    // A running period has an interim balance instead of a closing one.
    `${balance(sums, head.isProvisional ? 'ITBD' : 'CLBD', head.closing, period.to)}\n`
  );
  yield* eachLine(statement, (line) => entry(sums, line));
  yield '</Stmt></BkToCstmrStmt></Document>\n';
}
