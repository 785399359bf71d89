/**
 * The canonical text of a receipt, and the code by which it is checked. Pure: the bank and the
 * offline verifier read and write the same bytes. `docs/receipts.md` documents them line by line.
 */

/** A party as the receipt names it. */
export interface ReceiptParty {
  readonly name: string;
  /** The last four digits; null for the bank's own accounts. */
  readonly numberTail: string | null;
}

export interface ReceiptFacts {
  readonly bank: string;
  /** In groups of four. */
  readonly reference: string;
  /** For example TRANSFER. */
  readonly kind: string;
  /** `2026-03-01T12:00:00.123456Z`. */
  readonly bookedAt: string;
  /** Minor units, above zero. */
  readonly amount: bigint;
  readonly currency: { readonly code: string; readonly scale: number };
  readonly from: ReceiptParty;
  readonly to: ReceiptParty;
  readonly memo: string | null;
}

export interface SealedReceipt extends ReceiptFacts {
  /** Of the transaction: 16 symbols of base 32 in groups of four. */
  readonly tag: string;
  /** Of this text: the same form. */
  readonly seal: string;
}

export const receiptHeader = 'passbook receipt v1';
const header = receiptHeader;
const none = '-';

/** `1250` with two decimals → `12.50`. */
function decimals(amount: bigint, scale: number): string {
  const digits = `${amount}`.padStart(scale + 1, '0');
  return scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** Quoted as in JSON, so that one text has one form and no line breaks. */
const quoted = (text: string): string => JSON.stringify(text);

const partyText = ({ name, numberTail }: ReceiptParty): string =>
  `${numberTail ?? none} ${quoted(name)}`;

/** What the seal covers: every line before it. */
export function unsealedText(facts: ReceiptFacts & { readonly tag: string }): string {
  const { bank, reference, kind, bookedAt, amount, currency, from, to, memo, tag } = facts;
  return [
    header,
    `bank ${quoted(bank)}`,
    `reference ${reference}`,
    `kind ${kind}`,
    `booked ${bookedAt}`,
    `amount ${decimals(amount, currency.scale)} ${currency.code}`,
    `from ${partyText(from)}`,
    `to ${partyText(to)}`,
    `memo ${memo === null ? none : quoted(memo)}`,
    `tag ${tag}`,
    '',
  ].join('\n');
}

export const receiptText = (receipt: SealedReceipt): string =>
  `${unsealedText(receipt)}seal ${receipt.seal}\n`;

const symbols = '[0-9A-HJKMNP-TV-Z]';
const tagForm = `${symbols}{4}(?:-${symbols}{4}){3}`;
const json = '"(?:[^"\\\\]|\\\\.)*"';
const party = (name: string): string => `${name} (?<${name}Tail>-|\\d{4}) (?<${name}Name>${json})`;
const form = new RegExp(
  `^${header}\\nbank (?<bank>${json})\\nreference (?<reference>${symbols}{4}(?:-${symbols}{1,4})*)\\n` +
    `kind (?<kind>[A-Z_]{1,20})\\nbooked (?<booked>[0-9TZ:.-]{27})\\n` +
    `amount (?<whole>\\d{1,16})(?:\\.(?<part>\\d{1,4}))? (?<code>[A-Z][A-Z0-9]*)\\n` +
    `${party('from')}\\n${party('to')}\\nmemo (?<memo>-|${json})\\n` +
    `tag (?<tag>${tagForm})\\nseal (?<seal>${tagForm})\\n$`,
  'u',
);

function unquoted(text: string): string | null {
  try {
    return JSON.parse(text) as string;
  } catch {
    return null;
  }
}

/** The lines of signatures behind a signed text. */
const signatures = /\n\n(?:\u2014 \S+ [A-Za-z0-9+/=]+\n?)+$/;

/**
 * Null for any text that `receiptText` does not write. Line ends of Windows are accepted, and
 * signatures behind the text, which are not checked.
 */
export function readReceipt(typed: string): SealedReceipt | null {
  const whole = typed.replaceAll('\r\n', '\n').trim();
  const text = `${whole.replace(signatures, '')}\n`;
  const groups = form.exec(text)?.groups;
  if (groups === undefined) return null;
  const read = (name: string): string => groups[name] ?? '';
  const tail = (name: string): string | null => (read(name) === none ? null : read(name));
  const [bank, from, to] = ['bank', 'fromName', 'toName'].map((name) => unquoted(read(name)));
  const memo = read('memo') === none ? null : unquoted(read('memo'));
  if (typeof bank !== 'string' || typeof from !== 'string' || typeof to !== 'string') return null;
  const receipt: SealedReceipt = {
    bank,
    reference: read('reference'),
    kind: read('kind'),
    bookedAt: read('booked'),
    amount: BigInt(`${read('whole')}${read('part')}`),
    currency: { code: read('code'), scale: read('part').length },
    from: { name: from, numberTail: tail('fromTail') },
    to: { name: to, numberTail: tail('toTail') },
    memo,
    tag: read('tag'),
    seal: read('seal'),
  };
  return receiptText(receipt) === text ? receipt : null;
}

/** The receipt in a longer text, such as a message; null without one. */
export function receiptIn(message: string): string | null {
  const text = message.replaceAll('\r\n', '\n');
  const from = text.indexOf(`${header}\n`);
  const end = new RegExp(`\\nseal ${tagForm}`).exec(text.slice(Math.max(from, 0)));
  return from < 0 || end === null ? null : text.slice(from, from + end.index + end[0].length);
}
