/** The steps of a conversation: confirming, proving, cancelling. */
import { fees } from '../common/fees.ts';
import { pots } from '../common/pots.ts';
import { shared } from '../shared/index.ts';
import { type Markup, md } from '../../text/markup.ts';

export const flow = {
  cancelled: 'Cancelado',
  confirm: {
    asksPassword: '*Confirmar* pide tu contraseña, para saber que eres tú.',
    asksCode:
      '*Confirmar* pide un código de tu app de autenticación o un código de recuperación, para ' +
      'saber que eres tú.',
    nothingMovedYet: (until: Markup): Markup =>
      md`Aún no se ha movido dinero. Puedes confirmar hasta ${until}.`,
    nothingChangedYet: (until: Markup): Markup =>
      md`Aún no ha cambiado nada. Puedes confirmar hasta ${until}.`,
  },
  /** A card that replaces one that was confirmed; `sum` is the amount on the new card. */
  renewal: {
    roundUp: pots.roundUp.renewed,
    fee: fees.renewed,
    approval: shared.approvals.renewed,
    changed: (sum: string | null): Markup | string =>
      sum === null
        ? 'El saldo ha cambiado desde el mensaje anterior. Revisa este.'
        : md`El saldo ha cambiado desde el mensaje anterior: ahora el importe es **${sum}**.`,
    outdated: (): string => 'El banco se ha actualizado desde el mensaje anterior. Revisa este.',
  },
  proof: {
    title: 'Confirma que eres tú',
    /** `intent` is the purpose of the card or button, in markup. */
    lead: (intent: string): string => `Vas a ${intent}.`,
    failed: 'No ha funcionado',
  },
  /** A message about a press of *Confirm* whose answer was lost. */
  resolved: {
    title: 'Tu solicitud no se ha completado',
    expired: (undone: string): string =>
      'El banco no estaba disponible cuando pulsaste Confirmar, y desde entonces el mensaje ha ' +
      `caducado. ${undone}`,
    closed: (undone: string): string =>
      `El banco la ha rechazado o el mensaje se ha cancelado. ${undone} Ejecuta el comando de ` +
      'nuevo para volver a intentarlo.',
  },
};
