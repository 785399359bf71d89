/** What mails say: plain text, so that nothing in them can be made to look like something else. */
import type { CodeNotice, Currency, MailMessage, Notice } from '../bank/index.ts';
import { movedFacts, movedTitle } from '../bot/replies/moved-by-staff.ts';
import { securitySentence, securityTitle } from '../bot/replies/security.ts';

/** Whose mail it is, and in which money it counts. */
export interface MailOrigin {
  readonly bankName: string;
  readonly currency: Currency;
}

export interface MailText {
  readonly subject: string;
  readonly text: string;
}

/** `2026-11-22 18:30 UTC`: a mail cannot know its reader's time zone. */
const moment = (at: Date): string => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;

interface CodeWords {
  readonly subject: string;
  readonly asked: (bankName: string) => string;
  readonly otherwise: string;
}
const codeWords: Record<CodeNotice['purpose'], CodeWords> = {
  RECOVERY: {
    subject: 'Code for a new password',
    asked: (bankName) => `Somebody asked for a new password for your account at ${bankName}.`,
    otherwise: 'If this was not you, do nothing: without the code nothing changes.',
  },
  EMAIL: {
    subject: 'Code for your new e-mail address',
    asked: (bankName) => `This e-mail address was entered for an account at ${bankName}.`,
    otherwise: 'If this was not you, do nothing: without the code the address is not used.',
  },
  UNLOCK: {
    subject: 'Code to unlock your account',
    asked: (bankName) =>
      `Somebody entered your password at ${bankName}, where your account is locked.`,
    otherwise:
      'If this was not you, somebody knows your password: change it with /forgot-password.',
  },
};

function codeText({ purpose, code, expiresAt }: CodeNotice, bankName: string): MailText {
  const { subject, asked, otherwise } = codeWords[purpose];
  return {
    subject: `${bankName}: ${subject}`,
    text: [
      asked(bankName),
      `Your code: ${code}`,
      `It works once, until ${moment(expiresAt)}. Enter it in the form that the bank opens on ` +
        'Discord, and nowhere else: nobody from the bank ever asks you for it.',
      otherwise,
    ].join('\n\n'),
  };
}

const wasNotYou =
  'If this was not you, lock your account on Discord with /lock: it works without a login.';

const askStaff =
  'If you did not expect this, ask the bank’s staff; /account access-log on Discord shows who did it.';

function placeName(place: { readonly guildId: string | null } | null): string {
  if (place === null) return '';
  return place.guildId === null ? ' (in direct messages on Discord)' : ' (in a server on Discord)';
}

/** What staff typed stays on its line. */
const onOneLine = (typed: string): string => typed.replaceAll(/\s+/g, ' ');

function noticeText(notice: Notice, { bankName, currency }: MailOrigin): MailText | null {
  switch (notice.kind) {
    case 'MONEY_RECEIVED':
    case 'MONEY_SENT':
    case 'DEPOSIT_DECIDED':
    case 'SETTLED':
      return null;
    case 'MOVED_BY_STAFF': {
      const facts = movedFacts(notice).map(([label, value]) => `${label}: ${onOneLine(value)}`);
      const title = movedTitle(notice, currency);
      return {
        subject: `${bankName}: ${title}`,
        text: [`${title}, ${moment(notice.at)}.`, facts.join('\n'), askStaff].join('\n\n'),
      };
    }
    case 'NEW_LOGIN':
      return {
        subject: `${bankName}: New login`,
        text:
          `Somebody logged in to your account from a place where you had not logged in ` +
          `before${placeName(notice.place)}.\n\n${wasNotYou}`,
      };
    case 'SECURITY': {
      const when = `${moment(notice.at)}${placeName(notice.place)}`;
      return {
        subject: `${bankName}: ${securityTitle(notice)}`,
        text: [securitySentence(notice), when, wasNotYou].join('\n\n'),
      };
    }
  }
}

/** Null for what is told on Discord alone. */
export const mailText = ({ notice }: MailMessage, origin: MailOrigin): MailText | null =>
  notice.kind === 'CODE' ? codeText(notice, origin.bankName) : noticeText(notice, origin);
