/** Confirmations and jobs that could not be finished, as managers see them. */
import { type Markup, md } from '../../text/markup.ts';

const ends = {
  TAKEN: {
    title: 'Reintentando',
    sentence:
      'El banco lo intenta de nuevo. El cliente recibirá un mensaje cuando se sepa el resultado.',
  },
  DONE: {
    title: 'Cerrado como completado',
    sentence: 'Ya se había completado y ahora está cerrado. El cliente recibe un mensaje.',
  },
  CANCELLED: {
    title: 'Abandonado',
    sentence: 'No se ha llevado a cabo ni se llevará. El cliente recibe un mensaje.',
  },
  DUE: {
    title: 'Reintentando',
    sentence: 'El banco repite la tarea. Si vuelve a fallar, aparecerá aquí un mensaje nuevo.',
  },
  GIVEN_UP: {
    title: 'Abandonado',
    sentence: 'El banco no repetirá esta tarea.',
  },
};

export const stuck = {
  title: 'Hay una confirmación atascada',
  sentence:
    'El banco lo ha intentado varias veces y no ha podido terminarlo. Según sus registros, no se ' +
    'ha llevado a cabo. Busca el motivo en el registro antes de reintentarlo.',
  command: 'Comando',
  confirmedBy: 'Confirmado por',
  confirmedAt: 'Confirmado',
  job: {
    title: 'Hay una tarea atascada',
    sentence:
      'El banco hace esta tarea por sí mismo. Ha fallado varias veces y ha dejado de intentarlo. ' +
      'Busca el motivo en el registro antes de reintentarla.',
    kind: 'Tarea',
    dueAt: 'Prevista',
    attempts: 'Intentos',
    error: 'Último error',
  },
  list: 'Atascado',
  none: 'No hay nada atascado.',
  ended: (end: keyof typeof ends): string => ends[end].title,
  effect: (end: keyof typeof ends, reference: Markup): Markup =>
    md`${ends[end].sentence} Referencia ${reference}.`,
};
