/** Cards for managers and auditors: the audit trail and the report. */
import type { AccountKind, AccountStatus } from '../../../bank/model/index.ts';
import { type Markup, md } from '../../text/markup.ts';
import { emptyPage, noMatches } from '../common/shared.ts';
import { pluralIn } from '../../text/plural.ts';

const plural = pluralIn('es');

const kinds: Record<AccountKind, string> = {
  CUSTOMER: 'Clientes',
  CASH: 'Efectivo',
  FEES: 'Comisiones',
  INTEREST: 'Intereses',
  SUSPENSE: 'Partidas pendientes',
  EQUITY: 'Patrimonio',
};
const sides = { DEBIT: 'deudor', CREDIT: 'acreedor' };

const states = (count: number, one: string, many: string): string =>
  `${count} ${plural(count, { one, other: many })}`;

export const oversight = {
  audit: {
    title: 'Registro de auditoría',
    noMatches,
    emptyPage,
    customer: 'cliente',
    bank: 'el banco, automáticamente',
    /** Names of details are the same in the audit trail and on the card. */
    detail: (name: string, value: Markup): Markup => md`${name} ${value}`,
    note: 'Leer el registro de auditoría también queda registrado.',
    filteredNote: 'Filtrado. Leer el registro de auditoría también queda registrado.',
  },
  report: {
    title: 'El banco hoy',
    customers: 'Clientes',
    accounts: 'Cuentas',
    states: ({ OPEN, FROZEN, CLOSED, LOCKED }: Record<AccountStatus | 'LOCKED', number>): string =>
      [
        states(OPEN, 'abierta', 'abiertas'),
        states(FROZEN, 'congelada', 'congeladas'),
        states(CLOSED, 'cerrada', 'cerradas'),
        states(LOCKED, 'bloqueada por su titular', 'bloqueadas por su titular'),
      ].join(', '),
    held: 'Depósitos de clientes',
    unclaimed: 'En espera de /register',
    unclaimedSum: (count: number, sum: string): string =>
      count === 1 ? `${sum} de 1 persona` : `${sum} de ${count} personas`,
    deposited: 'Depositado hoy',
    withdrawn: 'Retirado hoy',
    transferred: 'Transferido hoy',
    adjusted: 'Ajustado hoy',
    inAndOut: (into: string, out: string): string => `${into} de entrada, ${out} de salida`,
    transactions: 'Operaciones de hoy',
    requests: 'Solicitudes',
    requestsOpen: (count: number): string => `${count} por pagar`,
    ordersToday: 'Órdenes permanentes hoy',
    requestsToday: 'Solicitudes hoy',
    became: ({
      opened,
      paid,
      cancelled,
    }: Record<'opened' | 'paid' | 'cancelled', number>): string =>
      `${opened} abiertas, ${paid} pagadas, ${cancelled} canceladas`,
    kind: (kind: AccountKind): string => kinds[kind],
    balance: (amount: string, side: keyof typeof sides): string => `${amount} ${sides[side]}`,
    debits: 'Debe',
    credits: 'Haber',
    trialBalance: 'Balance de comprobación',
    balanced: 'El debe y el haber coinciden.',
    unbalanced: '⚠️ **Los libros no cuadran.** Detén los pagos y ejecuta `npm run verify-ledger`.',
    note: (at: Markup): Markup =>
      md`Los días son en UTC. Las operaciones anuladas no cuentan; las solicitudes cuentan una vez por pagador. ${at}`,
    chart: 'Depósitos, retiradas y ajustes de los últimos 14 días',
    legend: { deposits: 'Depósitos', withdrawals: 'Retiradas', adjustments: 'Ajustes' },
  },
};
