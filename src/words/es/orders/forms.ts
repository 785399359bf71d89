/** Standing orders: commands, fields, and why an entry was refused. */
import type { CommandText, FieldText } from '../../text/shapes.ts';

export const orderCommands = {
  'schedule create': {
    description: 'Paga a una cuenta con regularidad: cada mes, cada dos semanas…',
    title: 'Nueva orden permanente',
  },
  'schedule list': { description: 'Mira tus órdenes permanentes' },
  'schedule preview': {
    description: 'Mira los próximos pagos y si tu dinero alcanzará',
    title: 'Próximos pagos',
  },
  'schedule pause': {
    description: 'Pausa una orden permanente',
    title: 'Pausar una orden permanente',
  },
  'schedule resume': {
    description: 'Reanuda una orden permanente en pausa',
    title: 'Reanudar una orden permanente',
  },
  'schedule skip': {
    description: 'Omite el próximo pago de una orden permanente',
    title: 'Omitir el próximo pago',
  },
  'schedule cancel': {
    description: 'Cancela una orden permanente',
    title: 'Cancelar una orden permanente',
  },
  'staff order list': {
    description: 'Mira las órdenes permanentes de un cliente',
    title: 'Órdenes permanentes de un cliente',
  },
  'staff order pause': {
    description: 'Pausa una orden permanente de un cliente',
    title: 'Pausar una orden permanente',
  },
  'staff order resume': {
    description: 'Reanuda una orden permanente de un cliente',
    title: 'Reanudar una orden permanente',
  },
  'staff order cancel': {
    description: 'Cancela una orden permanente de un cliente',
    title: 'Cancelar una orden permanente',
  },
} satisfies Record<string, CommandText>;

export const orderFields = {
  orderAmount: {
    label: 'Importe',
    hint: '12,50, o > 500 para todo lo que pase de 500',
    example: '12,50',
  },
  every: { label: 'Cada', hint: 'mes, 2 semanas, 10 días', example: 'mes' },
  firstDate: {
    label: 'Primer pago',
    hint: 'AAAA-MM-DD. Vacío: el próximo día posible',
    example: '2027-01-31',
  },
  monthDay: { label: 'Día del mes', hint: 'De 1 a 31, o último', example: 'último' },
  until: {
    label: 'Hasta',
    hint: 'La última fecha o el número de pagos',
    example: '2027-12-31 o 12',
  },
  payTime: { label: 'Hora', hint: 'HH:MM. Vacío: 09:00', example: '09:00' },
  orderNumber: { label: 'Número de la orden', hint: '/schedule list lo muestra', example: '1' },
} satisfies Record<string, FieldText>;

export const orderOptions = {
  orderAmount: 'importe',
  every: 'cada',
  firstDate: 'primero',
  monthDay: 'día',
  until: 'hasta',
  payTime: 'hora',
  orderNumber: 'orden',
};

/** What people write in fields of orders, in lower case. */
export const orderWriting = {
  units: {
    DAY: ['día', 'dia', 'días', 'dias', 'diario'],
    WEEK: ['semana', 'semanas', 'semanal'],
    MONTH: ['mes', 'meses', 'mensual'],
    YEAR: ['año', 'años', 'anual'],
  },
  last: ['último', 'ultimo', 'el último', 'último día'],
  above: ['todo por encima de', 'todo lo que pase de', 'por encima de'],
};

export const orderReasons = {
  every: (most: number): string =>
    `Escribe cada cuánto se paga: mes, 2 semanas o 10 días. Como máximo cada ${most}.`,
  monthDay: 'Escribe un día de 1 a 31, o «último».',
  monthDayUnused: 'Un día del mes solo va con meses. Déjalo vacío o paga cada mes.',
  until: (most: number): string =>
    `Escribe la última fecha como AAAA-MM-DD, o el número de pagos de 1 a ${most}.`,
  untilBeforeFirst: 'Esta fecha es anterior al primer pago.',
  time: 'Escribe la hora como HH:MM, por ejemplo 09:00.',
  orderNumber: 'Escribe el número de la orden, por ejemplo 1. `/schedule list` lo muestra.',
};
