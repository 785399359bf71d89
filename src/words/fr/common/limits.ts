/** Limits that customers set for themselves: commands, fields, refusals, notices and cards. */
import type { ErrorCode, ErrorData, LimitPeriod, Money } from '../../../bank/model/index.ts';
import { formatAmount } from '../../text/amount.ts';
import { formatMoment } from '../../text/date.ts';
import { type Markup, md, written } from '../../text/markup.ts';
import type { CommandText, FieldText } from '../../text/shapes.ts';
import { feeFields } from './fees.ts';
import { interestFields } from './interest.ts';
import { inTime } from './times.ts';

export const limitCommands = {
  'limits show': { description: 'Voir vos plafonds et ce qu’il en reste' },
  'limits set': { description: 'Limiter ce que vous pouvez payer', title: 'Fixer un plafond' },
} satisfies Record<string, CommandText>;

const periods: Record<LimitPeriod, string> = {
  PAYMENT: 'Par paiement',
  DAY: 'Par jour',
  WEEK: 'Par semaine',
  MONTH: 'Par mois',
};

export const limitFields = {
  ...feeFields,
  ...interestFields,
  limitPeriod: {
    label: 'Plafond',
    choices: {
      PAYMENT: { label: periods.PAYMENT },
      DAY: { label: periods.DAY },
      WEEK: { label: periods.WEEK, hint: 'À partir du lundi' },
      MONTH: { label: periods.MONTH },
    },
  },
  limitAmount: { label: 'Montant', hint: 'Vide : aucun plafond personnel', example: '50' },
} satisfies Record<string, FieldText>;

/** Names of options in Discord's list, by their field. */
export const limitOptions = { limitPeriod: 'plafond', limitAmount: 'montant' };

const reached: Record<LimitPeriod, string> = {
  PAYMENT: 'Votre plafond personnel par paiement est de',
  DAY: 'Votre plafond personnel par jour est de',
  WEEK: 'Votre plafond personnel par semaine est de',
  MONTH: 'Votre plafond personnel par mois est de',
};

const sum = ({ units, currency }: Money): string => formatAmount(units, currency);

export const limitSentences = {
  DAY_LIMIT_REACHED: ({ limit, left }, nothing) =>
    `Cela dépasserait votre plafond du jour de ${sum(limit)} ; il reste ${sum(left)} pour ` +
    `aujourd’hui. ${nothing}`,
  LIMIT_LOWERED: ({ limit, left, waitMs }, nothing) =>
    'Votre mot de passe vient d’être réinitialisé : votre plafond du jour est provisoirement de ' +
    `${sum(limit)} ; il reste ${sum(left)} pour aujourd’hui. ${nothing} ` +
    `Votre plafond habituel reviendra ${inTime(waitMs)}.`,
  OWN_LIMIT_REACHED: ({ period, limit, left, freeAt }, nothing) => {
    const rest =
      freeAt === null || left.units === limit.units
        ? ''
        : ` ; il en reste ${sum(left)}, et il sera de nouveau libre le ${formatMoment(freeAt)}`;
    return `${reached[period]} ${sum(limit)}${rest}. ${nothing} \`/limits show\` l’affiche et le modifie.`;
  },
  OWN_LIMIT_UNCHANGED: (_, nothing) =>
    `C’est déjà votre plafond, ou il le sera bientôt. ${nothing} Saisissez un autre montant.`,
} satisfies {
  readonly [C in ErrorCode]?: (data: ErrorData[C], nothing: string) => string;
};

/** Titles and sentences of notices. */
export const limitEvents = {
  OWN_LIMIT_CHANGED: [
    'Vos plafonds ont été modifiés',
    'Un plafond de vos paiements a été modifié. `/limits show` indique ce qui s’applique ' +
      'maintenant et ensuite. Si ce n’était pas vous, abaissez-le et changez votre mot de passe.',
  ],
} as const;

/** Labels in the audit trail. */
export const limitAudits = { OWN_LIMIT_CHANGED: 'Plafond personnel modifié' };
export const limitSteps = { limits: 'Vos plafonds', fees: 'Frais' };
export const limitTopics = { limits: 'Plafonds et frais' };

export const limits = {
  title: 'Vos plafonds',
  periods,
  none: 'aucun',
  /** On the card of a standing order. */
  orderAbove: (period: LimitPeriod, of: string): string =>
    `${reached[period]} ${of}. Les paiements de cet ordre le dépassent : après de nouveaux essais, ils ` +
    `n’auront pas lieu, sauf si vous le relevez avec \`/limits set\`.`,
  used: (sum: string): string => `${sum} utilisés`,
  left: (sum: string, until: Markup): Markup => md`reste ${sum} jusqu’au ${until}`,
  waiting: (sum: string, from: Markup): Markup => md`à partir du ${from} : ${sum}`,
  own: (period: string): string => `Plafond personnel : ${period}`,
  bank: (payment: string, day: string): string =>
    `Plafonds de la banque : ${payment} par paiement, ${day} par jour.`,
  note:
    'Les plafonds comptent les virements, retraits et virements permanents de tous vos comptes. ' +
    'Jours, semaines (à partir du lundi) et mois se terminent à minuit UTC.',
  change: 'Modifier un plafond :',
  question: 'Fixer ce plafond ?',
  limit: 'Plafond',
  present: 'Actuel',
  wanted: 'Nouveau',
  from: 'Valable à partir de',
  atOnce: 'tout de suite',
  dropped: 'Il remplace la modification en attente.',
  lowerNote:
    'Un plafond plus bas s’applique tout de suite. Le relever demande une preuve et un jour.',
  raiseNote: (hours: number): string =>
    `Un plafond plus haut, ou aucun, s’applique ${hours} heures après votre confirmation. ` +
    'D’ici là, l’actuel reste valable.',
  intent: (period: string, sum: string): Markup =>
    md`fixer votre plafond (${written(period)}) : ${written(sum)}`,
  done: 'Plafond fixé',
  show: 'Vos plafonds',
};
