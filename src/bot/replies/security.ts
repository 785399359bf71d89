/** What people are told of their own safety, and the brake that comes with it. */
import type { Notice, Place, ProfileField, SecurityEvent } from '../../bank/index.ts';
import { channelLink, code, type Markup, md, time, written } from '../../words/markup.ts';
import {
  actionButton,
  type Button,
  done,
  formButton,
  refuse,
  type Reply,
  show,
  small,
  text,
  withButtons,
} from '../cards/reply.ts';

/**
 * On notices of logins, changes and outgoing payments: asks once, then locks. Works without a
 * session, for the account's own Discord user alone.
 */
export const lockButton: Button = actionButton('now', "Wasn't you?", {
  command: 'lock',
  style: 'danger',
});
export const unlockButton: Button = formButton('unlock', 'Unlock', 'primary');

export const placeText = ({ guildId, channelId }: Place): Markup =>
  guildId === null ? written('direct messages') : md`a server, in ${channelLink(channelId)}`;

const fieldNames: Record<ProfileField, string> = {
  fullName: 'name',
  email: 'e-mail',
  phone: 'phone',
};

type Security = Extract<Notice, { readonly kind: 'SECURITY' }>;

const sentences: Record<SecurityEvent, readonly [title: string, sentence: string]> = {
  PASSWORD_CHANGED: ['Password changed', 'The password of your account was changed.'],
  PASSWORD_RECOVERED: [
    'Password recovered',
    'Your password was replaced with a code. All logins have ended, and for 24 hours less than ' +
      'usual can leave your account.',
  ],
  RECOVERY_CODES_RENEWED: [
    'New recovery codes',
    'New recovery codes were made for your account. The former ones are void.',
  ],
  RECOVERY_CODE_USED: [
    'Recovery code used',
    'A recovery code of your account proved that it was you. It is used up.',
  ],
  PROFILE_CHANGED: ['Profile changed', 'Your details were changed'],
  EMAIL_CHANGE_ASKED: [
    'Another e-mail address',
    'Another e-mail address was entered for your account. It holds once its code is entered.',
  ],
  EMAIL_CHANGED: ['E-mail changed', 'The e-mail address of your account was changed.'],
  ACCOUNT_LOCKED: [
    'Account locked',
    'Your account is locked: nobody can log in and no money can leave it.',
  ],
  ACCOUNT_FROZEN: [
    'Account frozen',
    'The bank’s staff have frozen your account: no money can leave it. Ask them for help; ' +
      '`/account access-log` shows who did it and why.',
  ],
  TOTP_ENABLED: [
    'Authenticator app set up',
    'Codes of an authenticator app now prove that it is you, and your password no longer does.',
  ],
  TOTP_DISABLED: [
    'Authenticator app turned off',
    'Codes of your authenticator app prove nothing any more; your password does again.',
  ],
  ACCOUNT_RELINKED: [
    'Account given to another Discord user',
    'The bank’s staff have given this account to another Discord user. Logins have ended; the ' +
      'password is still the same. If you did not ask for this, speak to the staff at once.',
  ],
  ACCOUNT_UNFROZEN: ['Account unfrozen', 'Money can leave your account again.'],
  ACCOUNT_UNLOCKED: ['Account unlocked', 'The lock of your account was lifted.'],
};

export function securityTitle({ event }: Security): string {
  return sentences[event][0];
}

/** Without the place and the time, which each channel writes in its own way. */
export function securitySentence({ event, changed }: Security): string {
  const sentence = sentences[event][1];
  if (event !== 'PROFILE_CHANGED') return sentence;
  return `${sentence}: ${changed.map((field) => fieldNames[field]).join(', ')}.`;
}

export function securityReply(notice: Security, bankName: string): Reply {
  const { at, place, event } = notice;
  const where = place === null ? written('') : md` · ${placeText(place)}`;
  const reply = show(
    securityTitle(notice),
    text(securitySentence(notice)),
    small(md`${bankName} · ${time(at)}${where}`),
  );
  // One of the two who are told has no account any more to lock.
  if (event === 'ACCOUNT_RELINKED') return reply;
  return withButtons(reply, event === 'ACCOUNT_LOCKED' ? unlockButton : lockButton);
}

const lockSentence =
  'Locking ends your login and stops all money from leaving, at once. To lift it you need your ' +
  'password and a code, or the bank’s staff.';

export const lockQuestion: Reply = withButtons(
  refuse('Lock your account?', text(lockSentence)),
  actionButton('confirmed', 'Lock my account', { command: 'lock', style: 'danger' }),
);

export const lockedReply = (lockedNow: boolean, canMail: boolean): Reply =>
  withButtons(
    done(
      lockedNow ? 'Your account is locked' : 'Your account was locked already',
      text('Nobody can log in and no money can leave it. What others send you still arrives.'),
      small(
        canMail
          ? md`To lift the lock: log in with ${code('/login')}, which mails you a code; or use a recovery code.`
          : md`
To lift the lock you need your password and a recovery code.
            `,
      ),
    ),
    unlockButton,
  );

export const unlockedReply = (unlockedNow: boolean): Reply =>
  unlockedNow
    ? done(
        'Your account is unlocked',
        text('Log in with `/login`. If somebody may know your password: `/profile password`.'),
      )
    : show('Your account is not locked', text('Nothing was used up. Log in with `/login`.'));
