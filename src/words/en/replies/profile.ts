/** Recovery, profile and session. */
import type { ProfileField, SessionEnd } from '../../../bank/model/index.ts';
import { joined, type Markup, md, written } from '../../text/markup.ts';
import { detailNames, recoveryCodesLead } from '../common/shared.ts';

const limitLowered =
  'You have been logged out everywhere. For 24 hours, your limit for outgoing payments is lower.';

const ends: Record<SessionEnd, string> = {
  LOGOUT: 'logged out',
  REPLACED: 'ended by a newer login',
  EXPIRED: 'expired',
  PASSWORD_CHANGED: 'ended by a password change',
  RECOVERED: 'ended by a password reset',
  LOCKED: 'ended by a lock',
  FROZEN: 'ended by staff',
  RELINKED: 'account moved to another Discord user',
};

export const profile = {
  recovery: {
    byMail: {
      title: 'Check your e-mail',
      sentence:
        'If these details belong to your account, we have sent a code to its e-mail address. The ' +
        'code works once, within 10 minutes. One of your **recovery codes** works too.',
    },
    byCode: {
      title: 'Use a recovery code',
      sentence:
        'This bank sends no e-mail. If these details belong to your account, enter one of the ' +
        '**recovery codes** you got when you registered, within 10 minutes.',
    },
    note: 'Nothing has changed yet.',
    done: {
      title: 'Your new password is set',
      sentence: limitLowered,
      note: 'You are not logged in yet. If your account was locked, it still is.',
    },
  },
  recoveryCodes: {
    title: 'New recovery codes',
    oldOnes: 'Your old recovery codes no longer work.',
    lead: recoveryCodesLead,
  },
  emailWaits: (address: Markup, until: Markup): Markup =>
    joined(
      [
        md`We have sent a code to ${address}. It works until ${until}.`,
        written('Your old address stays in use until you enter the code.'),
      ],
      ' ',
    ),
  view: {
    title: 'Your details',
    passwordChanged: 'Password last changed',
    recoveryCodesLeft: 'Recovery codes left',
  },
  updated: {
    title: 'Your details have been changed',
    enterCode: 'Enter the code',
    saved: 'Saved',
    fields: (changed: readonly ProfileField[]): string =>
      changed.map((field) => detailNames[field]).join(' and '),
    unchanged: {
      title: 'Nothing to change',
      sentence: 'These are already your details.',
    },
  },
  emailChanged: {
    title: 'Your e-mail address has been changed',
    sentence: (address: Markup): Markup => md`We will write to ${address} from now on.`,
  },
  passwordChanged: {
    title: 'Your password has been changed',
    sentence: 'Any other login has ended; this one continues.',
  },
  session: {
    title: 'Your login',
    since: 'Since',
    pays: 'Pay until',
    paysUntil: (until: Markup): Markup => md`${until}, or later if you keep using the bank`,
    paysAfterProof: '*Confirm* asks for your password or code first',
    reads: 'Look until',
    recent: '**Recent logins**',
    now: '**active now**',
    endedBy: (end: SessionEnd): string => ends[end],
    note:
      'You can pay everywhere on Discord. After the time for paying, your login only shows your ' +
      'accounts, and only where you logged in. If one of these was not you, use `/lock`.',
  },
};
