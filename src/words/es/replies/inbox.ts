/** The inbox, and what other replies say of it. */
import type { InboxState } from '../../../bank/model/index.ts';
import { type Markup, md } from '../../text/markup.ts';
import { pluralIn } from '../../text/plural.ts';

const plural = pluralIn('es');

const states: Record<Exclude<InboxState, 'HELD'>, string> = {
  SENT: 'enviado',
  KEPT: 'se queda aquí, como elegiste',
  CLOSED: 'no enviado: no aceptas mensajes directos',
  NO_SERVER: 'no enviado: no compartes ningún servidor con el banco',
  GONE: 'no enviado: Discord no te encontró',
  FAILED: 'no enviado: Discord no lo aceptó',
  UNSURE: 'puede que no haya llegado',
  WAITING: 'en camino',
};

export const inbox = {
  title: 'Buzón',
  unread: (count: number): string => plural(count, { one: '1 nuevo', other: `${count} nuevos` }),
  empty: 'Todavía no hay avisos.',
  emptyPage: 'En esta página no hay nada.',
  states,
  heldUntil: (at: Markup): Markup => md`llega a las ${at}`,
  gone: { title: 'Aviso', sentence: 'Ya no se puede mostrar de qué trataba este aviso.' },
  missing: {
    title: 'Este aviso ya no está en tu buzón',
    sentence: 'Tiene más de 90 días o es de otra cuenta.',
  },
  kept: 'Los avisos se guardan aquí 90 días.',
  open: 'Abrir un aviso',
  buttons: { allRead: 'Marcar todo como leído', settings: 'Ajustes de avisos' },
  /** Below the next reply, once. */
  news: (count: number): string =>
    plural(count, { one: 'Tienes 1 aviso nuevo', other: `Tienes ${count} avisos nuevos` }),
  /** Below a message that may have been sent twice. */
  repeated: 'Puede que ya hayas recibido este mensaje.',
};
