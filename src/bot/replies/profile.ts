/** The cards of recovery, profile and session. */
import {
  ageOn,
  isoDate,
  type Profile,
  type ProfileUpdated,
  type Session,
  type SessionEnd,
  type SessionView,
} from '../../bank/index.ts';
import { code, joined, mailAddress, type Markup, md, time, written } from '../../words/markup.ts';
import {
  actionButton,
  ask,
  done,
  facts,
  formButton,
  type Part,
  type Reply,
  rule,
  show,
  small,
  text,
  withButtons,
} from '../cards/reply.ts';
import { placeText } from './security.ts';

/** The same whether or not an account was found. */
export const codeAskedReply = (canMail: boolean): Reply =>
  ask(
    canMail ? 'Look into your mail' : 'Take a recovery code',
    text(
      canMail
        ? 'If these belong to your account, we have mailed a code to its address. It works once, ' +
            'for 10 minutes. One of your **recovery codes** works too.'
        : 'This bank sends no mail. If these belong to your account, use one of the **recovery ' +
            'codes** you got when you registered, within 10 minutes.',
    ),
    small('Nothing has changed yet.'),
  );

export const recoveredReply: Reply = withButtons(
  done(
    'Your password is new',
    text('All logins have ended. For 24 hours less than usual can leave your account.'),
    small('You are not logged in yet. A lock of the account, if there is one, is still there.'),
  ),
  formButton('login', 'Log in', 'primary'),
);

const codesPart = (codes: readonly string[]): Part =>
  text(
    joined([
      written('**Recovery codes**, shown this once. Each works once. Keep them outside Discord.'),
      ...codes.map(code),
    ]),
  );

export const recoveryCodesReply = (codes: readonly string[]): Reply =>
  done('New recovery codes', text('The former ones are void.'), rule, codesPart(codes));

const waitingPart = ({ address, until }: { address: string; until: Date }): Part =>
  text(
    md`We have mailed a code to ${mailAddress(address)}, which works until ${time(
      until,
      'clock',
    )}. The new address holds once you enter it; before that the old one does.`,
  );

export function profileReply(profile: Profile, now: number): Reply {
  const { details, accountNumber, emailToConfirm, recoveryCodesLeft } = profile;
  const age = ageOn({ born: details.dateOfBirth, today: isoDate(now) });
  const reply = show(
    'Your details',
    facts([
      ['Name', details.fullName],
      ['E-mail', mailAddress(details.email)],
      ['Phone', code(details.phone)],
      ['Born', `${details.dateOfBirth} (age ${age})`],
      ['Account', code(accountNumber)],
      ['Customer since', time(profile.registeredAt, 'date')],
      ['Password chosen', time(profile.passwordChangedAt, 'date')],
      ['Recovery codes left', `${recoveryCodesLeft}`],
    ]),
    ...(emailToConfirm === null ? [] : [rule, waitingPart(emailToConfirm)]),
  );
  return withButtons(
    reply,
    ...(emailToConfirm === null
      ? []
      : [formButton('profile update', 'Enter code', 'primary', 'second')]),
    formButton('profile update', 'Change'),
  );
}

const fieldNames = { fullName: 'name', email: 'e-mail', phone: 'phone' } as const;

export function profileUpdatedReply({ changed, emailToConfirm }: ProfileUpdated): Reply {
  const names = changed.map((field) => fieldNames[field]).join(' and ');
  const saved = names === '' ? [] : [facts([['Saved', names]])];
  if (emailToConfirm !== null) return ask('Enter the code', ...saved, waitingPart(emailToConfirm));
  return names === ''
    ? show('Nothing to change', text('All of it was so already.'))
    : done('Your details are changed', ...saved);
}

export const emailConfirmedReply = (address: string): Reply =>
  done('Your e-mail is changed', text(md`We write to ${mailAddress(address)} from now on.`));

export const passwordChangedReply = ({ expiresAt }: Session): Reply =>
  done(
    'Your password is changed',
    text('Any other login has ended; yours goes on.'),
    small(md`It lasts until ${time(expiresAt, 'clock')}, longer if you go on.`),
  );

const ends: Record<SessionEnd, string> = {
  LOGOUT: 'logged out',
  REPLACED: 'ended by a newer login',
  EXPIRED: 'ended by time',
  PASSWORD_CHANGED: 'ended by a new password',
  RECOVERED: 'ended by a recovery',
  LOCKED: 'ended by a lock',
  FROZEN: 'ended by staff',
  RELINKED: 'given to another Discord user',
};

function loginLine({ place, createdAt, end }: SessionView): Markup {
  const how = end === null ? written('**now**') : written(ends[end]);
  return md`${time(createdAt)} · ${placeText(place)} · ${how}`;
}

export function sessionReply(session: Session, recent: readonly SessionView[]): Reply {
  const reply = show(
    'Your login',
    facts([
      ['Since', time(session.createdAt)],
      ['From', placeText(session.place)],
      ['Ends', md`${time(session.expiresAt, 'clock')}, later if you go on`],
    ]),
    rule,
    text(joined([written('**The last logins**'), ...recent.map(loginLine)])),
    small('Valid wherever you write. If one of them was not you: `/lock`.'),
  );
  return withButtons(reply, actionButton('end', 'End session', { style: 'danger' }));
}
