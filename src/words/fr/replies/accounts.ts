/** Balance, history and access log. */
import type { AccountStatus } from '../../../bank/model/index.ts';
import { type Markup, md, written } from '../../text/markup.ts';
import { moneyKinds } from '../common/money-kinds.ts';
import { capital, type HistoryLine } from '../../text/history-line.ts';
import { from } from '../common/elision.ts';
import { searching } from '../common/searching.ts';
import { askedBy, emptyPage, noMatches } from '../common/shared.ts';
import { pluralIn } from '../../text/plural.ts';

const plural = pluralIn('fr');

const states: Record<AccountStatus, string | null> = {
  OPEN: null,
  FROZEN: 'gelé : aucun argent ne peut sortir de ce compte',
  CLOSED: 'clôturé',
};
const ways = {
  in: { sign: '+', side: from },
  out: { sign: '−', side: (party: Markup): Markup => md`à ${party}` },
};

export const accounts = {
  states,
  title: (count: number): string => plural(count, { one: 'Votre compte', other: 'Vos comptes' }),
  history: {
    title: (account: string): string => `Historique du compte ${account}`,
    noMatches,
    empty: 'Aucune opération pour l’instant.',
    filtered: 'Filtré.',
    showAll: 'Tout afficher',
    /** One entry: amount, kind, the other side unless it is the bank, and time. */
    entry: (direction: 'in' | 'out', { amount, kind, party, at }: HistoryLine): Markup => {
      const { sign, side } = ways[direction];
      const what = written(`**${sign}${amount}** ${capital(moneyKinds[kind].one)}`);
      return md`${what}${party === null ? '' : md` ${side(party)}`} · ${at}`;
    },
    balance: (amount: string): string => `solde ${amount}`,
    askedBy,
    searching,
  },
  accessLog: {
    title: 'Accès des conseillers à votre compte',
    none: 'Aucun conseiller n’a consulté ni modifié votre compte.',
    emptyPage,
    note: 'La banque note chaque consultation de votre compte par un conseiller.',
  },
};
