/** What the bank pays on saved money: commands, fields, refusals, notices and cards. */
import type { ComingRate, ErrorCode, ErrorData, InterestType } from '../../../bank/model/index.ts';
import { formatDay } from '../../text/date.ts';
import { type Markup, md } from '../../text/markup.ts';
import { percentOf } from '../../text/percent.ts';
import type { PlainNotice } from '../../text/plain-notice.ts';
import type { CommandText, FieldText } from '../../text/shapes.ts';

export const interestCommands = {
  'staff interest': {
    description: 'Proposer le taux des comptes d’épargne ou des cagnottes',
    title: 'Fixer un taux d’intérêt',
  },
} satisfies Record<string, CommandText>;

const kinds: Record<InterestType, string> = {
  SAVINGS: 'Comptes d’épargne',
  POT: 'Cagnottes',
};

export const interestFields = {
  interestSavings: {
    label: 'Type de compte',
    choices: { SAVINGS: { label: kinds.SAVINGS }, POT: { label: kinds.POT } },
  },
  interestPoints: {
    label: 'Points de base par an',
    hint: 'Nombre entier de 0 à 10000 ; 250 = 2,50 %',
    example: '250',
    refusal: 'Saisissez un nombre entier de 0 à 10000. 250 correspond à 2,50 % par an.',
  },
} satisfies Record<string, FieldText>;

/** Names of options in Discord's list, by their field. */
export const interestOptions = {
  interestSavings: 'épargne',
  interestPoints: 'points-de-base',
};

export const interestSentences = {
  INTEREST_TOO_SOON: ({ first, days }, nothing) =>
    `Un taux est annoncé ${days} jours à l’avance : le premier jour possible est le ` +
    `${formatDay(first)}. ${nothing} Saisissez ce jour ou un jour ultérieur.`,
} satisfies {
  readonly [C in ErrorCode]?: (data: ErrorData[C], nothing: string) => string;
};

/** Labels in the audit trail. */
export const interestAudits = {
  INTEREST_ASKED: 'Taux d’intérêt demandé',
  INTEREST_APPROVED: 'Taux d’intérêt approuvé',
  INTEREST_DECLINED: 'Taux d’intérêt refusé',
  INTEREST_REFUSED: 'Taux d’intérêt impossible',
};

/** A request for a second manager, and what it says of the rate. */
export const interestApproval = 'Fixer un taux d’intérêt';
export const interestContents = { savings: 'Type de compte', basisPoints: 'Taux' };

const rate = (points: bigint): string => `${percentOf(points, ',')} % par an`;

export const interest = {
  title: 'Intérêts',
  kinds,
  rate,
  now: 'Actuellement',
  from: 'À partir du',
  own: 'Vos comptes',
  earned: (sum: string): string => `${sum} à ce jour`,
  earnedWithRest: (sum: string): string =>
    `${sum} à ce jour, plus une fraction de la plus petite unité`,
  earnedRest: (smallest: string): string => `moins de ${smallest} à ce jour`,
  credited: (day: Markup): Markup => md`Versement le ${day}.`,
  nothing: 'La banque ne verse pas d’intérêts.',
  note:
    'Les intérêts sont calculés chaque jour sur le solde de fin de journée (UTC) et versés une fois ' +
    'par mois. Un reste inférieur à la plus petite unité est reporté au mois suivant.',
  question: 'Proposer ce taux ?',
  savings: 'Type de compte',
  wanted: 'Nouveau',
  questionNote:
    'Un second responsable décide. Tous les clients en sont ensuite informés, au moins sept ' +
    'jours avant.',
};

export const interestNotice = (
  { type, basisPoints, from }: ComingRate,
  { bankName }: { readonly bankName: string },
): PlainNotice => {
  const day = formatDay(from.toISOString().slice(0, 10));
  return {
    tone: 'show',
    title: 'Les intérêts vont changer',
    sentence: `Un nouveau taux s’applique à partir du ${day}.`,
    facts: [[kinds[type], rate(basisPoints)]],
    small: md`${bankName} · \`/fees\` affiche tous les taux`,
    mails: false,
  };
};
