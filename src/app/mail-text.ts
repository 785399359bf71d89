/** What mails say: plain text, so that nothing in them can be made to look like something else. */
import type { CodeNotice, MailMessage, Notice } from '../bank/bank.ts';
import { securitySentence, securityTitle } from '../bot/replies/security.ts';

export interface MailText {
  readonly subject: string;
  readonly text: string;
}

/** `2026-11-22 18:30 UTC`: a mail cannot know its reader's time zone. */
const moment = (at: Date): string => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;

const purposes: Record<CodeNotice['purpose'], readonly [subject: string, asked: string]> = {
  RECOVERY: ['Code for a new password', 'A new password was asked for'],
  EMAIL: ['Code for your new e-mail address', 'This e-mail address was entered'],
  UNLOCK: ['Code to unlock your account', 'Somebody logged in with your password to unlock'],
};
const otherwise: Record<CodeNotice['purpose'], string> = {
  RECOVERY: 'If this was not you, do nothing: without the code nothing changes.',
  EMAIL: 'If this was not you, do nothing: without the code the address is not used.',
  UNLOCK: 'If this was not you, somebody knows your password: change it with /forgot-password.',
};

function codeText(notice: CodeNotice, bankName: string): MailText {
  const [subject, asked] = purposes[notice.purpose];
  return {
    subject: `${bankName}: ${subject}`,
    text: [
      `${asked}${notice.purpose === 'UNLOCK' ? '' : ' for'} your account at ${bankName}.`,
      `Your code: ${notice.code}`,
      `It works once, until ${moment(notice.expiresAt)}. Enter it on Discord, and nowhere else. ` +
        'The bank never asks you for it.',
      otherwise[notice.purpose],
    ].join('\n\n'),
  };
}

const wasNotYou =
  'If this was not you, lock your account on Discord with /lock: it works without a login.';

function placeName(place: { readonly guildId: string | null } | null): string {
  if (place === null) return '';
  return place.guildId === null ? ' (in direct messages on Discord)' : ' (in a server on Discord)';
}

function noticeText(notice: Notice, bankName: string): MailText | null {
  switch (notice.kind) {
    case 'MONEY_RECEIVED':
      return null;
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
export const mailText = ({ notice }: MailMessage, bankName: string): MailText | null =>
  notice.kind === 'CODE' ? codeText(notice, bankName) : noticeText(notice, bankName);
