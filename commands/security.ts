/** A customer turns an authenticator app on or off, and finds the other security settings. */
import {
  appCodeField,
  defineCommand,
  idToken,
  noToken,
  passkeyRemovedReply,
  passkeysReply,
  removalConfirmed,
  safetyReply,
  setUpConfirmed,
  totpBegunReply,
  totpDisabledReply,
  totpEnabledReply,
  turnOffConfirmed,
} from '../src/bot/index.ts';
import { words } from '../src/words/index.ts';

const wording = words.commands.security;

export default defineCommand({
  name: 'security',
  words: wording,
  access: 'customer',
  second: {
    alone: true,
    form: { words: wording.second, fields: { code: appCodeField() } },
    run: async ({ bank, session }, { code }) => {
      await bank.secondFactor.confirm(session, code);
      return totpEnabledReply();
    },
  },
  actions: {
    'set-up': {
      answer: 'replace',
      token: noToken,
      confirms: setUpConfirmed,
      run: async ({ bank, session, isProved }) =>
        totpBegunReply(await bank.secondFactor.begin(session, { isProved })),
    },
    passkeys: {
      answer: 'beside',
      token: noToken,
      run: async ({ bank, session }) => passkeysReply(await bank.passkeys.list(session)),
    },
    'remove-passkey': {
      answer: 'replace',
      token: idToken,
      confirms: removalConfirmed,
      run: async ({ bank, session, isProved }, _, id) => {
        await bank.passkeys.remove(session, id, { isProved });
        return passkeyRemovedReply();
      },
    },
    'turn-off': {
      answer: 'replace',
      token: noToken,
      confirms: turnOffConfirmed,
      done: async ({ bank, session }) =>
        (await bank.secondFactor.isEnabled(session)) ? null : totpDisabledReply(),
      run: async ({ bank, session, isProved }) => {
        await bank.secondFactor.disable(session, { isProved });
        return totpDisabledReply();
      },
    },
  },
  run: async ({ bank, session }) =>
    safetyReply(await bank.secondFactor.isEnabled(session), bank.passkeys.isOffered),
});
