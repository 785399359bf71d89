/** The authenticator app: its card, and the picture an app reads. */
import qrcode from 'qrcode';
import { code, md, written } from '../../words/markup.ts';
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
import { lockButton } from './security.ts';

const pictureName = 'app.png';
const recoveryButton = formButton('profile recovery-codes', 'New recovery codes');
const lockOwn = { ...lockButton, label: 'Lock my account' };

/** What the form for a proof says. */
export const setUpConfirmed = written('set up an authenticator app');
export const turnOffConfirmed = written('turn your authenticator app off');

export function safetyReply(hasApp: boolean): Reply {
  const reply = show(
    'Your safety',
    text(
      hasApp
        ? '**Authenticator app** on: wherever the bank asks for a proof, it takes a code of the app ' +
            'or a recovery code, and no longer your password.'
        : '**Authenticator app** off: your password proves that it is you. An app on your phone is ' +
            'safer, since its codes cannot be used twice.',
    ),
    text(
      '**Recovery codes** get you back in when the password is lost, and prove that it is you ' +
        'when the phone with the app is. Each works once.',
    ),
  );
  const app = hasApp
    ? actionButton('turn-off', 'Turn the app off', { needsProof: true })
    : actionButton('set-up', 'Set up an app', { needsProof: true, style: 'primary' });
  return withButtons(reply, app, recoveryButton, lockOwn);
}

/** Four by four, as apps print it and people type it. */
const grouped = (secret: string): string => secret.replaceAll(/(.{4})(?=.)/g, '$1 ');

export async function totpBegunReply(made: {
  readonly secret: string;
  readonly uri: string;
}): Promise<Reply> {
  const bytes = await qrcode.toBuffer(made.uri, { margin: 3, scale: 6 });
  const reply = show(
    'Set up your app',
    text('Scan this with an authenticator app, or type the key into it.'),
    { kind: 'image', name: pictureName, description: 'QR code for your authenticator app' },
    text(md`Key ${code(grouped(made.secret))}`),
    small('It counts once you have entered a code that the app shows. Keep the key to yourself.'),
  );
  return {
    ...withButtons(reply, formButton('security', 'Enter code', 'primary', 'second')),
    attachments: [{ name: pictureName, bytes }],
  };
}

export const totpEnabledReply: Reply = done(
  'Your app is set up',
  text(
    'Its codes prove that it is you from now on, and your password no longer does. Each code ' +
      'works once. Without your phone a **recovery code** proves it too, also to turn the app off.',
  ),
);

export const totpDisabledReply: Reply = done(
  'Your app is turned off',
  text('Your password proves that it is you again.'),
);
