/** Texts of documents that people download. */
import { moneyKinds } from './common/money-kinds.ts';

export const documents = {
  statement: {
    title: 'Extracto de cuenta',
    provisional: 'Provisional: el periodo no ha terminado',
    account: (number: string) => `Cuenta ${number}`,
    period: (from: string, to: string) => `del ${from} al ${to}`,
    zone: (zone: string) => `Fechas y horas en ${zone}`,
    opening: 'Saldo inicial',
    closing: 'Saldo final',
    closingSoFar: 'Saldo hasta ahora',
    totalIn: 'Total recibido',
    totalOut: 'Total pagado',
    empty: 'Sin movimientos en este periodo.',
    columns: { day: 'Fecha', details: 'Detalles', out: 'Cargo', in: 'Abono', balance: 'Saldo' },
    reverses: (reference: string) => `anula ${reference}`,
    page: (page: number) => `Página ${page}`,
    kind: (kind: keyof typeof moneyKinds) => moneyKinds[kind].one,
  },
  receipt: {
    title: 'Recibo',
    kind: 'Tipo',
    booked: 'Contabilizado',
    reversed: (day: string) => `Anulado el ${day}`,
    howToVerify: 'Escanéalo, o envía este código al banco:',
  },
};
