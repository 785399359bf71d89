/** Balance, history and access log. */
import type { AccountStatus } from '../../../bank/model/index.ts';
import { type Markup, md, written } from '../../text/markup.ts';
import { from } from '../common/elision.ts';
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
    title: (numberTail: string): string => `Historique du compte …${numberTail}`,
    noMatches,
    empty: 'Aucune opération pour l’instant.',
    filtered: 'Filtré.',
    /** One entry: its amount, the other side, and when it was booked. */
    entry: (
      direction: 'in' | 'out',
      { amount, party, at }: { amount: string; party: Markup; at: Markup },
    ): Markup => {
      const { sign, side } = ways[direction];
      return md`${written(`**${sign}${amount}**`)} ${side(party)} · ${at}`;
    },
    balance: (amount: string): string => `solde ${amount}`,
    askedBy,
  },
  accessLog: {
    title: 'Accès des conseillers à votre compte',
    none: 'Aucun conseiller n’a consulté ni modifié votre compte.',
    emptyPage,
    note: 'La banque note chaque consultation de votre compte par un conseiller.',
  },
};
