/** Security notices, and locking and unlocking an account. */
import type { Notice, Place } from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { channelLink, type Markup, md, time, written } from '../../words/text/markup.ts';
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
import { endButtons } from '../next/buttons.ts';

const { security: say, buttons } = words.replies;

/**
 * On notices of logins, changes and outgoing payments: asks for confirmation, then locks. Needs no
 * session, and works only for the account's own Discord user.
 */
export const lockButton = (): Button =>
  actionButton('now', buttons.wasNotYou, { command: 'lock', style: 'danger' });
export const unlockButton = (): Button => formButton('unlock', buttons.unlock, 'primary');

export const placeText = ({ guildId, channelId }: Place): Markup =>
  guildId === null ? written(say.place.directMessages) : say.place.server(channelLink(channelId));

/** Opens the list of passkeys. */
export const passkeysButton = (): Button => actionButton('passkeys', words.page.passkeys.button);

type Security = Extract<Notice, { readonly kind: 'SECURITY' }>;

export const securityTitle = ({ event }: Security): string => words.notices.securityTitle(event);

/** Without place and time, which mail and Discord format differently. */
export const securitySentence = ({ event, changed }: Security): string =>
  words.notices.securitySentence(event, changed);

export function securityReply(notice: Security, bankName: string): Reply {
  const { at, place, event } = notice;
  const where = place === null ? written('') : md` · ${placeText(place)}`;
  const reply = show(
    securityTitle(notice),
    text(securitySentence(notice)),
    small(md`${bankName} · ${time(at)}${where}`),
  );
  // It is sent to both Discord users, and the former one has no account to lock.
  if (event === 'ACCOUNT_RELINKED') return reply;
  return withButtons(reply, event === 'ACCOUNT_LOCKED' ? unlockButton() : lockButton());
}

export const lockQuestion = (): Reply =>
  withButtons(
    refuse(say.lock.question, text(say.lock.sentence)),
    actionButton('confirmed', buttons.lockAccount, { command: 'lock', style: 'danger' }),
  );

export const lockedReply = (lockedNow: boolean, canMail: boolean): Reply =>
  withButtons(
    done(
      lockedNow ? say.lock.done : say.lock.wasLocked,
      text(say.lock.effect),
      small(canMail ? say.lock.unlockByMail : say.lock.unlockByCode),
    ),
    unlockButton(),
  );

export function unlockedReply(unlockedNow: boolean): Reply {
  const { title, sentence } = unlockedNow ? say.unlock.done : say.unlock.wasNotLocked;
  const reply = unlockedNow ? done(title, text(sentence)) : show(title, text(sentence));
  return withButtons(reply, ...endButtons('unlocked'));
}
