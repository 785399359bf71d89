/** What the bank charges: commands, fields, refusals, notices and cards. */
import type { ErrorCode, ErrorData, FeeKind, Money } from '../../../bank/model/index.ts';
import { formatAmount } from '../../text/amount.ts';
import { formatDay } from '../../text/date.ts';
import { type Markup, md } from '../../text/markup.ts';
import type { CommandText, FieldText } from '../../text/shapes.ts';

export const feeCommands = {
  fees: { description: 'Voir les frais et intérêts de la banque, actuels et à venir' },
  'staff fee': {
    description: 'Proposer les frais d’un type d’opération',
    title: 'Fixer des frais',
  },
} satisfies Record<string, CommandText>;

const kinds: Record<FeeKind, string> = {
  TRANSFER: 'Virements à d’autres',
  WITHDRAWAL: 'Retraits',
  DEPOSIT: 'Dépôts',
};

export const feeFields = {
  feeKind: {
    label: 'Opération',
    choices: {
      TRANSFER: { label: kinds.TRANSFER },
      WITHDRAWAL: { label: kinds.WITHDRAWAL },
      DEPOSIT: { label: kinds.DEPOSIT },
    },
  },
  feeFlat: { label: 'Frais fixes', hint: 'En unités de la monnaie', example: '0,10' },
  feePerMille: {
    label: 'Pour mille du montant',
    hint: 'Nombre entier de 0 à 1000 ; arrondi vers le bas',
    example: '5',
    refusal: 'Saisissez un nombre entier de 0 à 1000.',
  },
  feeFree: {
    label: 'Opérations gratuites par mois',
    hint: 'Par client',
    example: '3',
    refusal: 'Saisissez un nombre entier de 0 à 10000.',
  },
  feeLeast: { label: 'Minimum', hint: 'Le moins qui est prélevé', example: '0,05' },
  feeMost: { label: 'Maximum', hint: 'Le plus qui est prélevé', example: '10' },
  feeFrom: {
    label: 'Valable à partir du',
    name: 'Jour',
    hint: 'AAAA-MM-JJ. Vide : dès que possible',
    example: '2027-01-31',
  },
} satisfies Record<string, FieldText>;

/** Names of options in Discord's list, by their field. */
export const feeOptions = {
  feeKind: 'opération',
  feeFlat: 'fixe',
  feePerMille: 'pour-mille',
  feeFree: 'gratuites',
  feeLeast: 'minimum',
  feeMost: 'maximum',
  feeFrom: 'à-partir-du',
};

const sum = ({ units, currency }: Money): string => formatAmount(units, currency);

export const feeSentences = {
  FEE_CHANGED: ({ now }, nothing) =>
    `Les frais sont maintenant de ${sum(now)}, et non ceux de la carte. ${nothing} Réessayez ` +
    'pour obtenir une nouvelle carte.',
  FEE_ABOVE_AMOUNT: ({ fee, amount }, nothing) =>
    `Les frais de ${sum(fee)} dépassent le montant de ${sum(amount)}. ${nothing} Choisissez ` +
    `un montant plus élevé ; \`/fees\` affiche les frais.`,
  FEE_TOO_SOON: ({ first, days }, nothing) =>
    `Des frais sont annoncés ${days} jours à l’avance : le premier jour possible est le ` +
    `${formatDay(first)}. ${nothing} Saisissez ce jour ou un jour ultérieur.`,
  FEE_RANGE: (_, nothing) => `Le minimum dépasse le maximum. ${nothing} Modifiez l’un des deux.`,
  FUNDS_INSUFFICIENT: ({ available, needed, fee }, nothing) =>
    `Votre solde disponible est de ${sum(available)}, inférieur à ` +
    `${sum(needed)}${fee === undefined ? '' : `, dont ${sum(fee)} de frais`}. ${nothing}`,
} satisfies {
  readonly [C in ErrorCode]?: (data: ErrorData[C], nothing: string) => string;
};

/** Labels in the audit trail. */
export const feeAudits = {
  FEE_ASKED: 'Frais demandés',
  FEE_APPROVED: 'Frais approuvés',
  FEE_DECLINED: 'Frais refusés',
  FEE_REFUSED: 'Frais impossibles',
};

/** A request for a second manager, and what it says of the fee. */
export const feeApproval = 'Fixer des frais';
export const feeContents = {
  movement: 'Opération',
  flat: 'Fixe',
  perMille: 'Pour mille',
  least: 'Minimum',
  most: 'Maximum',
  free: 'Gratuites par mois',
  from: 'Valable à partir du',
};

export const fees = {
  title: 'Frais et intérêts',
  kinds,
  none: 'aucuns',
  perMille: (count: string): string => `${count} ‰`,
  least: (of: string): string => `au moins ${of}`,
  most: (of: string): string => `au plus ${of}`,
  free: (count: number): string => `${count} gratuites par mois`,
  left: (count: number): string => `encore ${count} gratuites`,
  now: 'Actuels',
  thisMonth: 'Ce mois-ci',
  from: 'À partir du',
  later: (day: Markup, terms: string): Markup => md`${day} : ${terms}`,
  nothing: 'La banque ne prélève aucuns frais.',
  note:
    'Les frais sont prélevés à côté du paiement et affichés d’abord sur sa carte. Entre vos ' +
    'propres comptes et cagnottes, tout est gratuit. Les mois se terminent à minuit UTC.',
  question: 'Proposer ces frais ?',
  movement: 'Opération',
  wanted: 'Nouveaux',
  questionNote:
    'Un second responsable décide. Tous les clients en sont ensuite informés, au moins sept ' +
    'jours avant.',
  renewed: (): string =>
    'Les frais ont changé depuis la dernière carte. Veuillez vérifier celle-ci.',
  notice: {
    title: 'Les frais vont changer',
    sentence: (kind: string, day: string): string => `À partir du ${day}, pour : ${kind}.`,
    fee: 'Frais',
    small: '`/fees` affiche tous les frais',
  },
};
