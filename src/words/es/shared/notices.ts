/** Notices about shared accounts. */
import type { SharedEvent } from '../../../bank/model/index.ts';
import { potSentences, potTitles } from './pots.ts';

const titles: Record<SharedEvent, string> = {
  JOINED: 'nuevo miembro',
  DECLINED: 'invitación rechazada',
  ROLE_CHANGED: 'rol cambiado',
  REMOVED: 'miembro quitado',
  LEFT: 'un miembro ha salido',
  RULE_CHANGED: 'aprobaciones cambiadas',
  CLOSED: 'cuenta cerrada',
  FROZEN: 'cuenta congelada',
  ...potTitles,
  UNFROZEN: 'cuenta descongelada',
};
const unknownPerson = 'Un antiguo cliente';

/** Of a notice; the account and the new role are facts below. */
function sentenceOf(
  event: SharedEvent,
  people: { readonly actor: string | null; readonly about: string | null; readonly isYou: boolean },
): string {
  const actor = people.actor ?? unknownPerson;
  const about = people.about ?? unknownPerson;
  const within = people.about ?? 'un antiguo cliente';
  switch (event) {
    case 'JOINED':
      return `${about} ha aceptado la invitación.`;
    case 'DECLINED':
      return `${about} ha rechazado la invitación.`;
    case 'ROLE_CHANGED':
      return people.isYou
        ? `${actor} ha cambiado tu rol.`
        : `${actor} ha cambiado un rol: ${within}.`;
    case 'REMOVED':
      return people.isYou
        ? `${actor} te ha quitado. Ya no puedes ver ni usar la cuenta.`
        : `${actor} ha quitado a un miembro: ${within}.`;
    case 'LEFT':
      return `${about} ha dejado la cuenta.`;
    case 'RULE_CHANGED':
      return `${actor} ha cambiado qué pagos necesitan aprobación.`;
    case 'POT_OPENED':
    case 'POT_CLOSED':
    case 'POT_LOCKED':
    case 'POT_RELEASE_ASKED':
    case 'ROUND_UPS_CHANGED':
      return potSentences[event](actor);
    case 'CLOSED':
      return `${actor} ha cerrado la cuenta. Aún puedes consultar sus movimientos.`;
    case 'FROZEN':
      return 'El personal del banco ha congelado esta cuenta: no puede salir dinero. Pídele ayuda.';
    case 'UNFROZEN':
      return 'Ya puede volver a salir dinero de esta cuenta.';
  }
}

export const moved = {
  in: (account: string, amount: string): string => `${account}: han entrado ${amount}`,
  out: (account: string, amount: string): string => `${account}: han salido ${amount}`,
};

export const notice = {
  title: (event: SharedEvent, account: string): string => `${account}: ${titles[event]}`,
  sentence: sentenceOf,
};
