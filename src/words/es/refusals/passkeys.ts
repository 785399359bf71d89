/** Refusals and notices of passkeys. */
import type { ErrorCode, ErrorData } from '../../../bank/model/index.ts';

export const passkeySentences = {
  PASSKEY_WRONG: (_, nothing) =>
    'Esta llave de acceso no se ha aceptado. ' +
    `${nothing} Inténtalo de nuevo, o usa tu contraseña o un código.`,
  PASSKEY_CLONED: (_, nothing) =>
    'El contador de esta llave de acceso es demasiado bajo: puede que haya una copia. ' +
    `${nothing} Quítala con \`/security\` y crea otra.`,
  PASSKEY_MISSING: (_, nothing) => `Esta llave de acceso ya se había quitado. ${nothing}`,
  PASSKEYS_TOO_MANY: ({ max }, nothing) =>
    `Puedes tener como máximo ${max} llaves de acceso. ${nothing} Quita una primero.`,
} satisfies {
  readonly [C in ErrorCode]?: (data: ErrorData[C], nothing: string) => string;
};

/** Title, then sentences. */
export const passkeyEvents = {
  PASSKEY_ADDED: [
    'Llave de acceso añadida',
    'Se ha añadido una llave de acceso a tu cuenta. Permite iniciar sesión y aprobar pagos.',
  ],
  PASSKEY_REMOVED: [
    'Llave de acceso quitada',
    'Se ha quitado una llave de acceso de tu cuenta. Ya no sirve.',
  ],
  PASSKEY_CLONED: [
    'Llave de acceso rechazada',
    'Se ha rechazado una llave de acceso de tu cuenta porque su contador no ha subido: ' +
      'puede que haya una copia.',
    'Quítala con `/security`.',
  ],
} as const;
