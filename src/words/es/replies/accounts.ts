/** Balance, history and access log. */
import type { AccountStatus } from '../../../bank/model/index.ts';
import { type Markup, md, written } from '../../text/markup.ts';
import { moneyKinds } from '../common/money-kinds.ts';
import { capital, type HistoryLine } from '../../text/history-line.ts';
import { searching } from '../common/searching.ts';
import { askedBy, emptyPage, noMatches } from '../common/shared.ts';
import { pluralIn } from '../../text/plural.ts';

const plural = pluralIn('es');

const states: Record<AccountStatus, string | null> = {
  OPEN: null,
  FROZEN: 'congelada: no puede salir dinero de esta cuenta',
  CLOSED: 'cerrada',
};
const ways = {
  in: { sign: '+', preposition: 'de' },
  out: { sign: '−', preposition: 'a' },
};

export const accounts = {
  states,
  title: (count: number): string => plural(count, { one: 'Tu cuenta', other: 'Tus cuentas' }),
  history: {
    title: (account: string): string => `Movimientos de ${account}`,
    noMatches,
    empty: 'Aún no hay movimientos.',
    filtered: 'Filtrado.',
    showAll: 'Ver todo',
    /** One entry: amount, kind, the other side unless it is the bank, and time. */
    entry: (direction: 'in' | 'out', { amount, kind, party, at }: HistoryLine): Markup => {
      const { sign, preposition } = ways[direction];
      const what = written(`**${sign}${amount}** ${capital(moneyKinds[kind].one)}`);
      return md`${what}${party === null ? '' : md` ${preposition} ${party}`} · ${at}`;
    },
    balance: (amount: string): string => `saldo ${amount}`,
    askedBy,
    searching,
  },
  accessLog: {
    title: 'Accesos del personal a tu cuenta',
    none: 'Nadie del personal del banco ha visto ni cambiado tu cuenta.',
    emptyPage,
    note: 'El banco registra cada vez que el personal consulta tu cuenta.',
  },
};
