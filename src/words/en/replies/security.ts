/** Lock, authenticator app and recovery codes. */
import { type Markup, md } from '../../text/markup.ts';

export const security = {
  place: {
    directMessages: 'direct messages',
    server: (channel: Markup): Markup => md`a server, in ${channel}`,
  },
  lock: {
    question: 'Lock your account?',
    sentence:
      'You will be logged out, and no money will be able to leave your account. To unlock it, you ' +
      'need your password and a code, or help from the bank’s staff.',
    done: 'Your account is locked',
    wasLocked: 'Your account was already locked',
    effect: 'You cannot log in and no money can leave your account. You can still receive money.',
    unlockByMail:
      'To unlock it, log in with `/login`: we will send you a code by e-mail. A recovery code ' +
      'works too.',
    unlockByCode: 'To unlock it, you need your password and a recovery code.',
  },
  unlock: {
    done: {
      title: 'Your account is unlocked',
      sentence:
        'Log in with `/login`. If someone else may know your password, change it with ' +
        '`/profile password`.',
    },
    wasNotLocked: {
      title: 'Your account is not locked',
      sentence: 'No code was used up. Log in with `/login`.',
    },
  },
  overview: {
    title: 'Your security',
    appOn:
      '**Authenticator app** on: when the bank asks you to confirm it’s you, enter a code from ' +
      'the app or a recovery code, not your password.',
    appOff:
      '**Authenticator app** off: your password confirms it’s you. An app on your phone is ' +
      'safer, because each of its codes works only once.',
    recoveryCodes:
      '**Recovery codes** let you in if you forget your password, and confirm it’s you if you ' +
      'lose the phone with the app. Each works once.',
  },
  app: {
    /** These two complete "You are about to ...". */
    setUpIntent: 'set up an authenticator app',
    turnOffIntent: 'turn off your authenticator app',
    begun: {
      title: 'Set up your app',
      sentence: 'Scan this with an authenticator app, or type the key into it.',
      picture: 'QR code for your authenticator app',
      key: (key: Markup): Markup => md`Key ${key}`,
      note: 'Then enter a code from the app to finish. Keep the key to yourself.',
    },
    enabled: {
      title: 'Your app is set up',
      sentence:
        'From now on, confirm it’s you with a code from the app instead of your password. Each ' +
        'code works once. If you lose your phone, use a **recovery code**, for example to turn ' +
        'the app off.',
    },
    disabled: {
      title: 'Your app is turned off',
      sentence: 'From now on, your password confirms it’s you.',
    },
  },
};
