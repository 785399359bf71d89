/** Refusals and notices of passkeys. */
import type { ErrorCode, ErrorData } from '../../../bank/model/index.ts';

export const passkeySentences = {
  PASSKEY_WRONG: (_, nothing) =>
    `This passkey was not accepted. ${nothing} Try again, or use your password or a code.`,
  PASSKEY_CLONED: (_, nothing) =>
    'This passkey’s counter is too low: there may be a copy of it. ' +
    `${nothing} Remove it with \`/security\` and make a new one.`,
  PASSKEY_MISSING: (_, nothing) => `This passkey has already been removed. ${nothing}`,
  PASSKEYS_TOO_MANY: ({ max }, nothing) =>
    `You can have at most ${max} passkeys. ${nothing} Remove one first.`,
} satisfies {
  readonly [C in ErrorCode]?: (data: ErrorData[C], nothing: string) => string;
};

/** Title, then sentences. */
export const passkeyEvents = {
  PASSKEY_ADDED: [
    'Passkey added',
    'A passkey was added to your account. It can log in and approve payments.',
  ],
  PASSKEY_REMOVED: [
    'Passkey removed',
    'A passkey of your account was removed. It no longer works.',
  ],
  PASSKEY_CLONED: [
    'Passkey refused',
    'A passkey of your account was refused because its counter did not rise: there may ' +
      'be a copy of it.',
    'Remove it with `/security`.',
  ],
} as const;
