/** Refusals and notices of passkeys. */
import type { ErrorCode, ErrorData } from '../../../bank/model/index.ts';

export const passkeySentences = {
  PASSKEY_WRONG: (_, nothing) =>
    'Cette clé d’accès n’a pas été acceptée. ' +
    `${nothing} Réessayez, ou utilisez votre mot de passe ou un code.`,
  PASSKEY_CLONED: (_, nothing) =>
    'Le compteur de cette clé d’accès est trop bas : il en existe peut-être une copie. ' +
    `${nothing} Supprimez-la avec \`/security\` et créez-en une nouvelle.`,
  PASSKEY_MISSING: (_, nothing) => `Cette clé d’accès a déjà été supprimée. ${nothing}`,
  PASSKEYS_TOO_MANY: ({ max }, nothing) =>
    `Vous pouvez avoir au plus ${max} clés d’accès. ${nothing} Supprimez-en une d’abord.`,
} satisfies {
  readonly [C in ErrorCode]?: (data: ErrorData[C], nothing: string) => string;
};

/** Title, then sentences. */
export const passkeyEvents = {
  PASSKEY_ADDED: [
    'Clé d’accès ajoutée',
    'Une clé d’accès a été ajoutée à votre compte. Elle permet de se connecter et ' +
      'd’approuver des paiements.',
  ],
  PASSKEY_REMOVED: [
    'Clé d’accès supprimée',
    'Une clé d’accès de votre compte a été supprimée. Elle ne fonctionne plus.',
  ],
  PASSKEY_CLONED: [
    'Clé d’accès refusée',
    'Une clé d’accès de votre compte a été refusée, car son compteur n’a pas augmenté : ' +
      'il en existe peut-être une copie.',
    'Supprimez-la avec `/security`.',
  ],
} as const;
