/** The authenticator app: its card, and the QR code that an app reads. */
import { words } from '../../words/index.ts';
import { code, written } from '../../words/text/markup.ts';
import {
  actionButton,
  done,
  formButton,
  type Reply,
  show,
  small,
  text,
  withButtons,
} from '../cards/reply.ts';
import { lockButton, passkeysButton } from './security.ts';

const { security: say, buttons } = words.replies;

const pictureName = 'app.png';
const recoveryButton = () => formButton('profile recovery-codes', buttons.recoveryCodes);
const lockOwn = () => ({ ...lockButton(), label: buttons.lockAccount });

/** The intents shown in the proof form. */
export const setUpConfirmed = () => written(say.app.setUpIntent);
export const turnOffConfirmed = () => written(say.app.turnOffIntent);

export function safetyReply(hasApp: boolean, hasPage: boolean): Reply {
  const { title, appOn, appOff, recoveryCodes } = say.overview;
  const passkeys = hasPage ? [text(words.page.passkeys.overview)] : [];
  const reply = show(title, text(hasApp ? appOn : appOff), ...passkeys, text(recoveryCodes));
  const app = hasApp
    ? actionButton('turn-off', buttons.turnAppOff, { needsProof: true })
    : actionButton('set-up', buttons.setUpApp, { needsProof: true, style: 'primary' });
  const onPage = hasPage ? [passkeysButton()] : [];
  return withButtons(reply, app, ...onPage, recoveryButton(), lockOwn());
}

/** In groups of four, as apps print it and people type it. */
const grouped = (secret: string): string => secret.replaceAll(/(.{4})(?=.)/g, '$1 ');

export async function totpBegunReply(made: {
  readonly secret: string;
  readonly uri: string;
}): Promise<Reply> {
  const { default: qrcode } = await import('qrcode');
  const bytes = await qrcode.toBuffer(made.uri, { margin: 3, scale: 6 });
  const { title, sentence, picture, key, note } = say.app.begun;
  const reply = show(
    title,
    text(sentence),
    { kind: 'image', name: pictureName, description: picture },
    text(key(code(grouped(made.secret)))),
    small(note),
  );
  return {
    ...withButtons(reply, formButton('security', buttons.enterCode, 'primary', 'second')),
    attachments: [{ name: pictureName, bytes }],
  };
}

const { enabled, disabled } = say.app;
export const totpEnabledReply = (): Reply => done(enabled.title, text(enabled.sentence));
export const totpDisabledReply = (): Reply => done(disabled.title, text(disabled.sentence));
