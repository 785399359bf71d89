/** Cards for managers and auditors: the audit trail and the report. */
import type { AccountKind, AccountStatus } from '../../../bank/model/index.ts';
import { type Markup, md } from '../../text/markup.ts';
import { emptyPage, noMatches } from '../common/shared.ts';
import { pluralIn } from '../../text/plural.ts';

const plural = pluralIn('fr');

const kinds: Record<AccountKind, string> = {
  CUSTOMER: 'Clients',
  CASH: 'Caisse',
  FEES: 'Frais',
  INTEREST: 'Intérêts',
  SUSPENSE: 'Compte d’attente',
  EQUITY: 'Capitaux propres',
};
const sides = { DEBIT: 'au débit', CREDIT: 'au crédit' };
const counted = (count: number, one: string, many: string): string =>
  `${count} ${plural(count, { one, other: many })}`;

export const oversight = {
  audit: {
    title: 'Journal d’audit',
    noMatches,
    emptyPage,
    customer: 'client',
    bank: 'la banque, automatiquement',
    /** Names of details are the same in the audit trail and on the card. */
    detail: (name: string, value: Markup): Markup => md`${name} ${value}`,
    note: 'La lecture du journal d’audit est enregistrée elle aussi.',
    filteredNote: 'Filtré. La lecture du journal d’audit est enregistrée elle aussi.',
  },
  report: {
    title: 'La banque aujourd’hui',
    customers: 'Clients',
    accounts: 'Comptes',
    states: ({ OPEN, FROZEN, CLOSED, LOCKED }: Record<AccountStatus | 'LOCKED', number>): string =>
      [
        counted(OPEN, 'ouvert', 'ouverts'),
        counted(FROZEN, 'gelé', 'gelés'),
        counted(CLOSED, 'clôturé', 'clôturés'),
        counted(LOCKED, 'verrouillé par son titulaire', 'verrouillés par leur titulaire'),
      ].join(', '),
    held: 'Dépôts détenus',
    unclaimed: 'En attente de /register',
    unclaimedSum: (count: number, sum: string): string =>
      count === 1 ? `${sum} d’une personne` : `${sum} de ${count} personnes`,
    deposited: 'Déposé aujourd’hui',
    withdrawn: 'Retiré aujourd’hui',
    transferred: 'Viré aujourd’hui',
    adjusted: 'Régularisé aujourd’hui',
    inAndOut: (into: string, out: string): string => `${into} en entrée, ${out} en sortie`,
    transactions: 'Opérations aujourd’hui',
    requests: 'Demandes',
    requestsOpen: (count: number): string => `${count} à payer`,
    ordersToday: 'Virements permanents du jour',
    requestsToday: 'Demandes du jour',
    became: ({
      opened,
      paid,
      cancelled,
    }: Record<'opened' | 'paid' | 'cancelled', number>): string =>
      `${opened} ouvertures, ${paid} paiements, ${cancelled} annulations`,
    kind: (kind: AccountKind): string => kinds[kind],
    balance: (amount: string, side: keyof typeof sides): string => `${amount} ${sides[side]}`,
    debits: 'Débits',
    credits: 'Crédits',
    trialBalance: 'Balance générale',
    balanced: 'Le total des débits égale celui des crédits.',
    unbalanced:
      '⚠️ **Les comptes ne sont pas équilibrés.** Suspendez les paiements et lancez ' +
      '`npm run verify-ledger`.',
    note: (at: Markup): Markup =>
      md`Les jours sont en UTC. Opérations extournées non comptées ; demandes : une par payeur. ${at}`,
    chart: 'Dépôts, retraits et régularisations des 14 derniers jours',
    legend: { deposits: 'Dépôts', withdrawals: 'Retraits', adjustments: 'Régularisations' },
  },
};
