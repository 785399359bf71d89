/** The card of `/notices`: how a customer is told. */
import type { ChosenCategory, NoticeWay } from '../../../bank/model/index.ts';

const categories: Record<ChosenCategory, string> = {
  received: 'Dinero recibido',
  sent: 'Dinero enviado',
  request: 'Solicitudes',
  order: 'Órdenes permanentes',
  payee: 'Nuevos beneficiarios',
  account: 'Tu cuenta',
  limit: 'Límites',
  digest: 'Resumen semanal',
};
const ways: Record<NoticeWay, string> = {
  DM: 'mensaje directo',
  QUIET: 'mensaje directo sin sonido',
  INBOX: 'solo en el buzón',
  OFF: 'desactivado',
};

export const noticeSettings = {
  categories,
  ways,
  title: 'Tus avisos',
  changed: 'Avisos cambiados',
  threshold: 'Pagos desde',
  everyPayment: 'se envían todos',
  below: 'los más pequeños se quedan en el buzón',
  quiet: 'Horas de silencio',
  none: 'ninguna',
  held: 'lo que llegue entonces se envía después',
  zoneUnset: 'Tu zona horaria no está configurada: se usa UTC.',
  note: 'Los avisos de seguridad se envían siempre. Todos los avisos están en tu buzón.',
  menu: 'Cambiar cómo se te avisa',
  buttons: {
    change: 'Horas e importes',
    night: 'Silencio de 22:00 a 07:00',
    noNight: 'Sin horas de silencio',
    digestOn: 'Resumen semanal',
    digestOff: 'Sin resumen',
    inbox: 'Buzón',
  },
  bothAsked: 'Elige las dos cosas: sobre qué y cómo.',
  digestOnly: 'Solo se puede desactivar el resumen semanal.',
  /** What a person types to have no threshold, or no quiet hours. */
  off: ['no', 'ninguna', 'ninguno', 'nunca', 'desactivado'] as readonly string[],
};
