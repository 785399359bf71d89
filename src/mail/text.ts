/** The texts of mails: plain text, so that nothing in them can imitate something else. */
import {
  type CodeNotice,
  type Currency,
  formatAmount,
  type MailMessage,
  type Notice,
  type SecurityEvent,
} from '../bank/index.ts';
import { words } from '../words/index.ts';

/** Which bank sends the mail, and its currency. */
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

/** `2026-11-22 18:30 UTC`: a mail cannot know its reader's time zone. */
const moment = (at: Date): string => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;

function codeText({ purpose, code, expiresAt }: CodeNotice, bankName: string): MailText {
  const { subject, why, notYou } = say.code.purposes[purpose];
  const use = say.code.use(moment(expiresAt));
  return {
    subject: say.subject(bankName, subject),
    text: paragraphs(why(bankName), say.code.yours(code), use, notYou),
  };
}

function placeName(place: { readonly guildId: string | null } | null): string {
  if (place === null) return '';
  return place.guildId === null ? say.places.directMessages : say.places.server;
}

/** Line breaks in what staff typed would look like lines of ours. */
const onOneLine = (typed: string): string => typed.replaceAll(/\s+/g, ' ');

function movedText(notice: Of<'MOVED_BY_STAFF'>, { bankName, currency }: MailOrigin): MailText {
  const { added, removed, labels, acts, roles, staff, reasons, fact, titleAt, unexpected } =
    say.movedByStaff;
  const sum = formatAmount(notice.amount, currency);
  const title = notice.direction === 'in' ? added(sum) : removed(sum);
  const noReason = notice.act === 'DEPOSIT_APPROVED' ? reasons.depositRequest : reasons.none;
  const facts = [
    fact(labels.act, acts[notice.act]),
    fact(labels.by, notice.role === null ? staff : roles[notice.role]),
    fact(labels.reason, onOneLine(notice.reason ?? noReason)),
    fact(labels.account, `…${notice.numberTail}`),
    fact(labels.reference, notice.reference),
  ];
  return {
    subject: say.subject(bankName, title),
    text: paragraphs(titleAt(title, moment(notice.at)), facts.join('\n'), unexpected),
  };
}

const securityWords: Record<
  Exclude<SecurityEvent, 'PROFILE_CHANGED'>,
  readonly [title: string, sentence: string]
> = say.security;

function securityText(notice: Of<'SECURITY'>, bankName: string): MailText {
  const [title, sentence] =
    notice.event === 'PROFILE_CHANGED'
      ? [say.profileChanged.title, say.profileChanged.sentence(notice.changed)]
      : securityWords[notice.event];
  const when = `${moment(notice.at)}${placeName(notice.place)}`;
  return {
    subject: say.subject(bankName, title),
    text: paragraphs(sentence, when, say.notYou),
  };
}

function noticeText(notice: Notice, origin: MailOrigin): MailText | null {
  const { bankName } = origin;
  switch (notice.kind) {
    case 'MONEY_RECEIVED':
    case 'MONEY_SENT':
    case 'DEPOSIT_DECIDED':
    case 'SETTLED':
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
  }
}

/** Null for notices that are sent on Discord alone. */
export const mailText = ({ notice }: MailMessage, origin: MailOrigin): MailText | null =>
  notice.kind === 'CODE' ? codeText(notice, origin.bankName) : noticeText(notice, origin);
