/** Refusals and defects: sentences, titles, and the card for wrong entries. */
import { assurances, type ErrorCode, type Refused } from '../../bank/model/index.ts';
import { code, type Markup, md } from '../text/markup.ts';
import { type Sentences, sentences } from './error-sentences.ts';
import { orderTitles } from './orders/errors.ts';

/** Assurances. */
const nothing = {
  moved: 'No se ha movido dinero.',
  changed: 'No ha cambiado nada.',
  saved: 'No se ha guardado nada.',
};

function assuranceOf(errorCode: ErrorCode, byCommand: string): string {
  switch (assurances[errorCode]) {
    case 'NOTHING_MOVED':
      return nothing.moved;
    case 'NOTHING_CHANGED':
      return nothing.changed;
    case 'NOTHING_SAVED':
      return nothing.saved;
    case 'BY_COMMAND':
    case 'NONE':
      return byCommand;
  }
}

/** `byCommand` is the assurance of the refused command: `nothing.moved` or `nothing.changed`. */
function sentence<C extends ErrorCode>(refused: Refused<C>, byCommand: string): string {
  const all: Sentences = sentences;
  return all[refused.code](refused.data, assuranceOf(refused.code, byCommand));
}

const titles: Partial<Record<ErrorCode, string>> = {
  ...orderTitles,
  BANK_BUSY: 'El banco está ocupado',
  BANK_HALTED: 'Los pagos están detenidos',
  OUTCOME_UNKNOWN: 'Resultado aún desconocido',
  SESSION_MISSING: 'Inicia sesión',
  SESSION_EXPIRED: 'Inicia sesión de nuevo',
  NOT_REGISTERED: 'Aún no tienes cuenta',
  ALREADY_REGISTERED: 'Ya eres cliente',
  LOCKED_OUT: 'Espera un poco',
  STEP_UP_NEEDED: 'Confirma que eres tú',
  CODE_NEEDED: 'Hace falta un código',
  CHANGE_UNKNOWN: 'Resultado desconocido',
  REQUESTS_TOO_MANY: 'Espera un poco',
  ACCOUNT_LOCKED: 'Tu cuenta está bloqueada',
  CODE_EXPIRED: 'El código ya no es válido',
  CODES_TOO_MANY: 'Has pedido demasiados códigos',
};

export const errors = {
  nothing,
  sentence,
  title: (errorCode: ErrorCode | 'STAFF_ONLY'): string =>
    (errorCode === 'STAFF_ONLY' ? undefined : titles[errorCode]) ?? 'No ha funcionado',
  staffOnly:
    'Este comando es solo para el personal del banco, en su servidor. No se ha hecho nada.',
  fix: {
    one: 'Corrige un dato',
    several: 'Corrige estos datos',
    /** Shown under the reasons; names the button `edit`. */
    stillFilledIn: 'Pulsa Editar: lo que has escrito sigue ahí, salvo las contraseñas.',
    edit: 'Editar',
  },
  defect: {
    title: 'Ha habido un fallo por nuestra parte',
    /** The error may have occurred before or after the change. */
    sentence: (reference: string): Markup =>
      md`Puede que no se haya hecho. Compruébalo antes de volver a intentarlo. Si el fallo se repite,
da este código al personal del banco: ${code(reference)}.`,
    confirmed: ({ payment, fault }: { readonly payment: string; readonly fault: string }): Markup =>
      md`Aún no sabemos si se ha completado. No lo envíes otra vez: lo estamos comprobando y te
avisaremos. Pago ${code(payment)}, fallo ${code(fault)}.`,
  },
};
