/** The texts of mails: plain text, so that no content can look like formatting or a link. */
import { type CodeNotice, type Currency, type MailMessage, type Notice } from '../bank/index.ts';
import { type PlainNotice, words } from '../words/index.ts';
import { formatAmount } from '../words/text/amount.ts';
import { formatMoment } from '../words/text/date.ts';

/** The bank that sends the mail, and its currency. */
export interface MailOrigin {
  readonly bankName: string;
  readonly currency: Currency;
}

export interface MailText {
  readonly subject: string;
  readonly text: string;
}

type Of<Kind extends Notice['kind']> = Extract<Notice, { readonly kind: Kind }>;

const say = words.mail;
const paragraphs = (...parts: readonly string[]): string => parts.join('\n\n');

function codeText({ purpose, code, expiresAt }: CodeNotice, bankName: string): MailText {
  const { subject, why, notYou } = say.code.purposes[purpose];
  const use = say.code.use(formatMoment(expiresAt));
  return {
    subject: say.subject(bankName, subject),
    text: paragraphs(why(bankName), say.code.yours(code), use, notYou),
  };
}

function placeName(place: { readonly guildId: string | null } | null): string {
  if (place === null) return '';
  return place.guildId === null ? say.places.directMessages : say.places.server;
}

/** Line breaks in text typed by staff would look like lines of the bank. */
const onOneLine = (typed: string): string => typed.replaceAll(/\s+/g, ' ');

function movedText(notice: Of<'MOVED_BY_STAFF'>, { bankName, currency }: MailOrigin): MailText {
  const { fact, titleAt, unexpected } = say.movedByStaff;
  const title = words.notices.moved.title(notice.direction, formatAmount(notice.amount, currency));
  const facts = Object.values(words.notices.moved.facts(notice));
  const lines = facts.map(([label, value]) => fact(label, onOneLine(value)));
  return {
    subject: say.subject(bankName, title),
    text: paragraphs(titleAt(title, formatMoment(notice.at)), lines.join('\n'), unexpected),
  };
}

function securityText({ event, changed, at, place }: Of<'SECURITY'>, bankName: string): MailText {
  const { securityTitle, securitySentence } = words.notices;
  // Sentences for Discord mark commands as code; mails have no such marks.
  const sentence = securitySentence(event, changed).replaceAll('`', '');
  return {
    subject: say.subject(bankName, securityTitle(event)),
    text: paragraphs(sentence, `${formatMoment(at)}${placeName(place)}`, say.notYou),
  };
}

type Plain = Extract<Notice, { readonly kind: keyof typeof words.notices.plain }>;

/** A plain notice whose words say that it is also mailed: its title, sentence and facts. */
function plainText(notice: Plain, origin: MailOrigin): MailText | null {
  const worded = words.notices.plain[notice.kind] as (of: Plain, origin: MailOrigin) => PlainNotice;
  const { mails, title, sentence, facts } = worded(notice, origin);
  if (!mails) return null;
  const lines = facts.flatMap(([label, value]) =>
    value === null ? [] : [say.movedByStaff.fact(label, onOneLine(value))],
  );
  return {
    subject: say.subject(origin.bankName, title),
    text: paragraphs(title, ...(sentence === null ? [] : [sentence]), lines.join('\n')),
  };
}

function noticeText(notice: Notice, origin: MailOrigin): MailText | null {
  const { bankName } = origin;
  switch (notice.kind) {
    case 'MONEY_RECEIVED':
    case 'MONEY_SENT':
    case 'ORDER_OUTCOME':
    case 'ORDER_STATE':
    case 'ORDER_SHORT':
    case 'ORDER_BY_STAFF':
    case 'REQUEST':
    case 'REQUEST_DECLINED':
    case 'REQUEST_CANCELLED':
    case 'REQUEST_WITHDRAWN':
    case 'REQUEST_BY_STAFF':
      return null;
    case 'MOVED_BY_STAFF':
      return movedText(notice, origin);
    case 'NEW_LOGIN':
      return {
        subject: say.subject(bankName, say.newLogin.title),
        text: paragraphs(say.newLogin.text(placeName(notice.place)), say.notYou),
      };
    case 'SECURITY':
      return securityText(notice, bankName);
    default:
      return plainText(notice, origin);
  }
}

/** Null for notices that are sent only on Discord. */
export const mailText = ({ notice }: MailMessage, origin: MailOrigin): MailText | null =>
  notice.kind === 'CODE' ? codeText(notice, origin.bankName) : noticeText(notice, origin);
