/** OFX 2.2 (XML). `FITID` is the same in each statement, so that importing twice adds nothing. */
import type { Statement, StatementLine } from '../../bank/index.ts';
import { counterpartyOf, eachLine, memoOf, type Pieces, sumOf } from '../text/shared.ts';
import { element, elements } from '../text/xml.ts';
import { periodEnds } from '../text/period.ts';

const header =
  '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n' +
  '<?OFX OFXHEADER="200" VERSION="220" SECURITY="NONE" OLDFILEUID="NONE" NEWFILEUID="NONE"?>\n';

/** `20260131183000.000[0:GMT]`. */
const moment = (at: Date): string => {
  const digits = at.toISOString().replaceAll(/[-:TZ.]/g, '');
  return `${digits.slice(0, 14)}.${digits.slice(14, 17)}[0:GMT]`;
};

const transfers: ReadonlySet<StatementLine['kind']> = new Set([
  'TRANSFER',
  'ROUND_UP',
  'POT_ADD',
  'POT_TAKE',
]);

const trnType = ({ kind, amount }: StatementLine): string => {
  if (kind === 'FEE') return 'FEE';
  if (kind === 'INTEREST') return 'INT';
  if (kind === 'DEPOSIT') return 'DEP';
  if (kind === 'WITHDRAWAL') return 'CASH';
  if (transfers.has(kind)) return 'XFER';
  return amount > 0n ? 'CREDIT' : 'DEBIT';
};

const status = '<STATUS><CODE>0</CODE><SEVERITY>INFO</SEVERITY></STATUS>';

export async function* ofx(statement: Statement): Pieces {
  const { head } = statement;
  const { start, end } = periodEnds(head.period);
  const account = elements(
    'BANKACCTFROM',
    element('BANKID', 'PASSBOOK'),
    element('ACCTID', head.accountNumber),
    element('ACCTTYPE', 'CHECKING'),
  );
  const signOn = elements(
    'SONRS',
    status,
    element('DTSERVER', moment(end)),
    element('LANGUAGE', 'ENG'),
  );
  yield (
    `${header}<OFX>${elements('SIGNONMSGSRSV1', signOn)}` +
    `<BANKMSGSRSV1><STMTTRNRS><TRNUID>0</TRNUID>${status}<STMTRS>` +
    `${element('CURDEF', head.isoCurrency)}${account}` +
    `<BANKTRANLIST>${element('DTSTART', moment(start))}${element('DTEND', moment(end))}\n`
  );
  yield* eachLine(
    statement,
    (line) =>
      `${elements(
        'STMTTRN',
        element('TRNTYPE', trnType(line)),
        element('DTPOSTED', moment(line.bookedAt)),
        element('TRNAMT', sumOf(line.amount, statement)),
        element('FITID', `${line.reference}-${line.seq}`),
        element('NAME', counterpartyOf(line), 32),
        element('MEMO', memoOf(line) ?? '', 255),
      )}\n`,
  );
  const balance = (name: string, sum: bigint): string =>
    elements(name, element('BALAMT', sumOf(sum, statement)), element('DTASOF', moment(end)));
  yield (
    `</BANKTRANLIST>${balance('LEDGERBAL', head.closing)}` +
    `</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n`
  );
}
