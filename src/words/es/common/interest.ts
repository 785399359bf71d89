/** What the bank pays on saved money: commands, fields, refusals, notices and cards. */
import type { ComingRate, ErrorCode, ErrorData, InterestType } from '../../../bank/model/index.ts';
import { formatDay } from '../../text/date.ts';
import { type Markup, md } from '../../text/markup.ts';
import { percentOf } from '../../text/percent.ts';
import type { PlainNotice } from '../../text/plain-notice.ts';
import type { CommandText, FieldText } from '../../text/shapes.ts';

export const interestCommands = {
  'staff interest': {
    description: 'Propón el interés de las cuentas de ahorro o las huchas',
    title: 'Fijar un tipo de interés',
  },
} satisfies Record<string, CommandText>;

const kinds: Record<InterestType, string> = {
  SAVINGS: 'Cuentas de ahorro',
  POT: 'Huchas',
};

export const interestFields = {
  interestSavings: {
    label: 'Tipo de cuenta',
    choices: { SAVINGS: { label: kinds.SAVINGS }, POT: { label: kinds.POT } },
  },
  interestPoints: {
    label: 'Puntos básicos al año',
    hint: 'Número entero de 0 a 10000; 250 es el 2,50 %',
    example: '250',
    refusal: 'Escribe un número entero de 0 a 10000. 250 es el 2,50 % anual.',
  },
} satisfies Record<string, FieldText>;

/** Names of options in Discord's list, by their field. */
export const interestOptions = {
  interestSavings: 'ahorro',
  interestPoints: 'puntos-basicos',
};

export const interestSentences = {
  INTEREST_TOO_SOON: ({ first, days }, nothing) =>
    `Un tipo se anuncia ${days} días antes, así que el primer día posible es el ` +
    `${formatDay(first)}. ${nothing} Escribe ese día o uno posterior.`,
} satisfies {
  readonly [C in ErrorCode]?: (data: ErrorData[C], nothing: string) => string;
};

/** Labels in the audit trail. */
export const interestAudits = {
  INTEREST_ASKED: 'Tipo de interés solicitado',
  INTEREST_APPROVED: 'Tipo de interés aprobado',
  INTEREST_DECLINED: 'Tipo de interés rechazado',
  INTEREST_REFUSED: 'Tipo de interés imposible',
};

/** A request for a second manager, and what it says of the rate. */
export const interestApproval = 'Fijar un tipo de interés';
export const interestContents = { savings: 'Tipo de cuenta', basisPoints: 'Tipo' };

const rate = (points: bigint): string => `${percentOf(points, ',')} % anual`;

export const interest = {
  title: 'Intereses',
  kinds,
  rate,
  now: 'Ahora',
  from: 'Desde',
  own: 'Tus cuentas',
  earned: (sum: string): string => `${sum} hasta ahora`,
  earnedWithRest: (sum: string): string =>
    `${sum} hasta ahora, más una fracción de la unidad mínima`,
  earnedRest: (smallest: string): string => `menos de ${smallest} hasta ahora`,
  credited: (day: Markup): Markup => md`Se abonan el ${day}.`,
  nothing: 'El banco no paga intereses.',
  note:
    'Los intereses se calculan cada día sobre el saldo al final del día (UTC) y se abonan una vez ' +
    'al mes. Un resto menor que la unidad mínima pasa al mes siguiente.',
  question: '¿Proponer este tipo?',
  savings: 'Tipo de cuenta',
  wanted: 'Nuevo',
  questionNote:
    'Decide una segunda persona de dirección. Después se avisa a todos los clientes, al ' +
    'menos siete días antes.',
};

export const interestNotice = (
  { type, basisPoints, from }: ComingRate,
  { bankName }: { readonly bankName: string },
): PlainNotice => {
  const day = formatDay(from.toISOString().slice(0, 10));
  return {
    tone: 'show',
    title: 'Los intereses van a cambiar',
    sentence: `Desde el ${day} se aplica un nuevo tipo.`,
    facts: [[kinds[type], rate(basisPoints)]],
    small: md`${bankName} · \`/fees\` muestra todos los tipos`,
    mails: false,
  };
};
