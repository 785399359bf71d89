/** Refusals and notices of passkeys. */
import type { ErrorCode, ErrorData } from '../../../bank/model/index.ts';

export const passkeySentences = {
  PASSKEY_WRONG: (_, nothing) =>
    'Dieser Passkey wurde nicht akzeptiert. ' +
    `${nothing} Versuch es noch einmal, oder nimm dein Passwort oder einen Code.`,
  PASSKEY_CLONED: (_, nothing) =>
    'Der Zähler dieses Passkeys ist zu niedrig: Vielleicht gibt es eine Kopie. ' +
    `${nothing} Entferne ihn mit \`/security\` und leg einen neuen an.`,
  PASSKEY_MISSING: (_, nothing) => `Dieser Passkey wurde schon entfernt. ${nothing}`,
  PASSKEYS_TOO_MANY: ({ max }, nothing) =>
    `Du kannst höchstens ${max} Passkeys haben. ${nothing} Entferne zuerst einen.`,
} satisfies {
  readonly [C in ErrorCode]?: (data: ErrorData[C], nothing: string) => string;
};

/** Title, then sentences. */
export const passkeyEvents = {
  PASSKEY_ADDED: [
    'Passkey hinzugefügt',
    'Deinem Konto wurde ein Passkey hinzugefügt. Er kann anmelden und Zahlungen freigeben.',
  ],
  PASSKEY_REMOVED: [
    'Passkey entfernt',
    'Ein Passkey deines Kontos wurde entfernt. Er gilt nicht mehr.',
  ],
  PASSKEY_CLONED: [
    'Passkey abgelehnt',
    'Ein Passkey deines Kontos wurde abgelehnt, weil sein Zähler nicht gestiegen ist: ' +
      'Vielleicht gibt es eine Kopie.',
    'Entferne ihn mit `/security`.',
  ],
} as const;
