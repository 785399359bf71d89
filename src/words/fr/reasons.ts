/** Why an entry was refused, and what to change. */
import {
  type Money,
  type PasswordFault,
  type PasswordWord,
  type Reason,
  type ReasonCode,
  type ReasonData,
} from '../../bank/model/index.ts';
import { formatAmount } from '../text/amount.ts';
import { pluralIn } from '../text/plural.ts';
import { noticeReasons } from './refusals/notices.ts';
import { accountReasons } from './common/own-accounts.ts';
import { payeeReasons } from './refusals/payees.ts';

const plural = pluralIn('fr');
type Reasons = { readonly [C in ReasonCode]: (data: ReasonData[C]) => string };

const amounts = 'Écrivez par exemple 12, 12,50, 1250,50 ou 1,5k.';
const reference = 'Copiez-la depuis le reçu.';
const address = 'nom@example.com';
/** Characters that can be shown in a sentence: none of them formats or mentions. */
const printable = /^[\p{L}\p{Extended_Pictographic},;:!?()"&/+=%$€£]$/u;
const codePointOf = (sign: string): string =>
  `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
const shown = (sign: string): string => (printable.test(sign) ? `« ${sign} »` : codePointOf(sign));

const dayAndMonth = new Intl.DateTimeFormat('fr-FR', {
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
});
const dayText = (date: string): string => `${date} pour le ${dayAndMonth.format(Date.parse(date))}`;

/** Writing systems whose French name differs from Unicode's. */
const scripts: Readonly<Record<string, string>> = {
  Latin: 'latin',
  Greek: 'grec',
  Cyrillic: 'cyrillique',
  Armenian: 'arménien',
  Georgian: 'géorgien',
  Hebrew: 'hébreu',
  Arabic: 'arabe',
  Ethiopic: 'éthiopien',
  Devanagari: 'devanagari',
  Bengali: 'bengali',
  Tamil: 'tamoul',
  Thai: 'thaï',
  Lao: 'lao',
  Tibetan: 'tibétain',
  Myanmar: 'birman',
  Khmer: 'khmer',
  Han: 'chinois',
  Hiragana: 'hiragana',
  Katakana: 'katakana',
  Hangul: 'hangul',
};
const script = (name: string): string => scripts[name] ?? name.toLowerCase();

const sum = ({ units, currency }: Money): string => formatAmount(units, currency);

const typed = {
  ACCOUNT_NUMBER_EMPTY: () => 'Saisissez le numéro de compte : 10 chiffres.',
  ACCOUNT_NUMBER_NOT_DIGITS: () => 'Un numéro de compte ne contient que les chiffres de 0 à 9.',
  ACCOUNT_NUMBER_LENGTH: ({ expected, length }) =>
    `Un numéro de compte a ${expected} chiffres ; celui-ci en a ${length}.`,
  ACCOUNT_NUMBER_ZERO: () =>
    'Un numéro de compte ne commence jamais par 0. Vérifiez-le chiffre par chiffre.',
  ACCOUNT_NUMBER_MISTYPED: () =>
    'Ce numéro de compte contient une faute de frappe : son dernier chiffre ne correspond pas aux ' +
    'autres. Vérifiez-le chiffre par chiffre.',

  AMOUNT_EMPTY: () => `Saisissez un montant. ${amounts}`,
  AMOUNT_TOO_LONG: () => `C’est trop long pour un montant. ${amounts}`,
  AMOUNT_SHARE: ({ share }) => `« ${share} » est une part de votre solde. Saisissez ici un nombre.`,
  AMOUNT_AMBIGUOUS: ({ typed: text, whole, decimal }) =>
    decimal === null
      ? `Si « ${text} » signifie ${sum(whole)}, saisissez le montant sans séparateur.`
      : `« ${text} » peut signifier ${sum(whole)} ou ${sum(decimal)}. Choisissez l’un des deux.`,
  AMOUNT_NOT_PLAIN: () => `Utilisez seulement les chiffres de 0 à 9 et une virgule. ${amounts}`,
  AMOUNT_SIGNED: () => 'Retirez le signe : un montant est toujours supérieur à zéro.',
  AMOUNT_HEXADECIMAL: () => 'Écrivez le montant seulement avec les chiffres de 0 à 9.',
  AMOUNT_EXPONENT: () => 'Écrivez le montant en chiffres, par exemple 1500 ou 1,5k.',
  AMOUNT_UNDERSCORE: () => 'Retirez le « _ » : écrivez par exemple 1250,50.',
  AMOUNT_SPACES: () => 'Retirez les espaces : écrivez par exemple 1250,50.',
  AMOUNT_POINTS: () => 'Une seule virgule, avant les décimales : 1250,50.',
  AMOUNT_POINT_FIRST: () => 'Mettez un chiffre avant la virgule, par exemple 0,50.',
  AMOUNT_POINT_LAST: () => 'Mettez des chiffres après la virgule, ou retirez-la.',
  AMOUNT_COMMA_LATE: () => 'Après la virgule, mettez seulement des chiffres : 1250,50.',
  AMOUNT_COMMAS: () =>
    'Ne séparez pas les milliers, et mettez une virgule avant les décimales : 1250,50.',
  AMOUNT_SUFFIXES: () => 'Mettez un seul « k » (mille) ou un seul « m » (million).',
  AMOUNT_OTHER_CURRENCY: ({ currency }) =>
    `La seule monnaie de cette banque est ${currency}. Saisissez le nombre, seul ou suivi de la monnaie : ` +
    `12 ou 12 ${currency}.`,
  AMOUNT_UNREADABLE: () => `Ce n’est pas un montant. ${amounts}`,
  AMOUNT_ZEROS_FIRST: () => 'Retirez les zéros du début.',
  AMOUNT_DECIMALS: ({ decimalsMax, currency }) =>
    decimalsMax === 0
      ? `${currency} n’a pas de décimales : saisissez un nombre entier.`
      : `Saisissez au maximum ${plural(decimalsMax, { one: 'une décimale', other: `${decimalsMax} décimales` })} : ` +
        `${currency} n’en a pas plus.`,
  AMOUNT_ZERO: () => 'Le montant doit être supérieur à zéro.',
  AMOUNT_TOO_LARGE: ({ max }) => `C’est plus que ce qu’un compte peut contenir (${sum(max)}).`,

  APP_CODE_SHAPE: () =>
    'Un code a six chiffres. Saisissez celui que votre application affiche maintenant.',
  PROOF_CODE_EMPTY: () => 'Saisissez le code.',
  PROOF_CODE_SIGNS: () =>
    'Un code ne contient que des lettres, des chiffres et des traits d’union : ABCD-EFGH-JKMN-P.',
  PROOF_CODE_LENGTH: ({ mailed, recovery, length }) =>
    `Un code reçu par e-mail a ${mailed} caractères, un code de secours ${recovery} ; celui-ci en a ${length}.`,

  BIRTH_DATE_EMPTY: () => 'Saisissez votre date de naissance sous la forme AAAA-MM-JJ.',
  BIRTH_DATE_FUTURE: () => 'Cette date est dans le futur. Vérifiez l’année.',
  BIRTH_DATE_TOO_OLD: () => 'Cette date est trop ancienne. Vérifiez l’année.',
  DATE_SHAPE: ({ example }) => `Écrivez la date sous la forme AAAA-MM-JJ, par exemple ${example}.`,
  DATE_UNKNOWN: () => 'Cette date n’existe pas. Vérifiez le jour et le mois.',
  MONTH_SHAPE: () => 'Écrivez le mois sous la forme AAAA-MM, ou en toutes lettres.',
  DATE_AMBIGUOUS: ({ typed: text, dates: [one, other] }) =>
    `« ${text} » peut désigner deux dates. Écrivez ${dayText(one)} ou ${dayText(other)}.`,

  EMAIL_EMPTY: () => `Saisissez une adresse e-mail, par exemple ${address}.`,
  EMAIL_NOT_PLAIN: () =>
    'Une adresse e-mail ne contient que des lettres sans accent, des chiffres et des symboles.',
  EMAIL_SPACES: () =>
    `Une adresse e-mail n’a pas d’espaces. Saisissez seulement l’adresse : ${address}.`,
  EMAIL_TOO_LONG: () => 'C’est trop long pour une adresse e-mail. Saisissez une seule adresse.',
  EMAIL_AT: () => `Une adresse e-mail a un « @ » : ${address}.`,
  EMAIL_LOCAL_PART: () =>
    'La partie avant « @ » peut contenir des lettres, des chiffres et des symboles tels que « . ».',
  EMAIL_POINT_LAST: () => `Retirez le point à la fin : ${address}.`,
  EMAIL_ENDING: () =>
    'La partie après « @ » doit avoir une terminaison, comme « .com » dans example.com.',
  EMAIL_DOMAIN: () => 'La partie après « @ » doit être un domaine, comme example.com.',

  PHONE_EMPTY: () => 'Saisissez un numéro de téléphone, par exemple +33 1 42 68 53 00.',
  PHONE_NOT_PLAIN: () => 'Utilisez seulement les chiffres de 0 à 9.',
  PHONE_COUNTRY_CODE: () =>
    'Commencez par « + » et l’indicatif du pays, pas par 00 : par exemple +33 1 42 68 53 00.',
  PHONE_NOT_DIGITS: () =>
    'Un numéro de téléphone commence par « + » ; espaces et tirets sont permis entre les chiffres.',
  PHONE_TOO_LONG: () => 'C’est trop long pour un numéro de téléphone.',
  PHONE_COUNTRY_UNKNOWN: () =>
    'Aucun pays n’a cet indicatif, ou il manque des chiffres. Vérifiez le numéro.',
  PHONE_LENGTH: () => 'Ce numéro est trop court ou trop long pour son pays. Vérifiez les chiffres.',
  PHONE_UNKNOWN: () => 'Ce numéro n’existe pas dans son pays. Vérifiez les chiffres.',

  CUSTOMER_QUERY_DIGITS: ({ number }) =>
    `${sentence(number)} Ressaisissez-le, ou ses quatre derniers chiffres, un téléphone avec + et ` +
    'l’indicatif du pays, ou un ID Discord de 17 à 20 chiffres.',
  DISCORD_USER_SHAPE: () =>
    'Saisissez une mention, ou les 17 à 20 chiffres que donne *Copier l’identifiant de ' +
    'l’utilisateur* dans le mode développeur de Discord.',

  MEMO_TOO_LONG: ({ lengthMax, length }) =>
    `Un motif a ${lengthMax} caractères au maximum ; celui-ci en a ${length}. Raccourcissez-le.`,

  NAME_HIDDEN: ({ sign }) =>
    `Le nom contient un caractère invisible (${codePointOf(sign)}). Retapez-le sans ce caractère.`,
  NAME_EMPTY: () => 'Saisissez votre nom.',
  NAME_TOO_SHORT: ({ lengthMin }) =>
    `Un nom a au moins ${lengthMin} lettres. Saisissez votre nom complet.`,
  NAME_TOO_LONG: ({ lengthMax, length }) =>
    `Un nom a ${lengthMax} caractères au maximum ; celui-ci en a ${length}. Omettez un second prénom.`,
  NAME_DIGITS: () => 'Un nom ne peut pas contenir de chiffres. Écrivez les nombres en lettres.',
  NAME_SIGN: ({ sign }) =>
    `Retirez ${shown(sign)}. Un nom ne contient que des lettres, espaces, traits d’union, points et apostrophes.`,
  NAME_BEGINNING: () => 'Un nom commence par une lettre. Retirez ce qui la précède.',
  NAME_SIGNS_DOUBLED: () =>
    'Écrivez le nom comme dans votre passeport, avec un seul symbole au plus entre deux lettres.',
  NAME_RARE: ({ sign }) =>
    `Écrivez le nom avec des lettres d’usage courant : ${shown(sign)} n’en est pas une.`,
  NAME_MIXED: ({ sign, of, most }) =>
    `Écrivez tout le nom dans un seul alphabet : ${shown(sign)} est en ${script(of)}, le reste est en ${script(most)}.`,

  ...accountReasons,
  ...payeeReasons(shown),
  ...noticeReasons,

  REFERENCE_SHAPE: () => `Une référence ressemble à 01AB-23CD-45EF-GHJ. ${reference}`,
  REFERENCE_MISTYPED: () =>
    'Cette référence contient une faute de frappe : ses derniers caractères ne correspondent pas ' +
    `aux autres. ${reference}`,
  REFERENCE_UNKNOWN: () => `Aucune opération n’a cette référence. ${reference}`,
} satisfies Reasons;

type ReasonOf<C extends ReasonCode> = {
  readonly [Code in C]: { readonly code: Code; readonly data: ReasonData[Code] };
}[C];

function sentence<C extends ReasonCode>(reason: ReasonOf<C>): string {
  const all: Reasons = typed;
  return all[reason.code](reason.data);
}

const passwordWords: Record<PasswordWord, string> = {
  NAME: 'votre nom',
  EMAIL: 'votre adresse e-mail',
  PHONE: 'votre numéro de téléphone',
  DATE_OF_BIRTH: 'votre date de naissance',
  BANK_NAME: 'le nom de la banque',
};

/** What is wrong with a new password. */
export function passwordFault(fault: PasswordFault): string {
  switch (fault.kind) {
    case 'TOO_SHORT':
      return `Utilisez au moins ${fault.lengthMin} caractères.`;
    case 'TOO_LONG':
      return `Utilisez au maximum ${fault.lengthMax} caractères.`;
    case 'HOLDS':
      return `Il ne doit pas contenir ${passwordWords[fault.what]}.`;
    case 'COMMON':
      return 'C’est un mot de passe courant ou un motif prévisible. Utilisez plusieurs mots rares.';
    case 'UNCHANGED':
      return 'C’est votre mot de passe actuel. Choisissez-en un nouveau.';
  }
}

export const reasons = {
  sentence: (reason: Reason): string => sentence(reason),
  passwordFault,
  /** For any field of a form. */
  form: {
    missing: 'Remplissez ce champ.',
    tooLong: 'C’est trop long.',
    unfit: 'Cette saisie n’est pas valable.',
    lengthMax: (lengthMax: number) => `Utilisez au maximum ${lengthMax} caractères.`,
    oneMissing: (labels: readonly string[]) => `Remplissez ${eitherOf(labels)}.`,
    onlyOne: (labels: readonly string[]) => `Remplissez un seul champ : ${eitherOf(labels)}.`,
    choice: 'Choisissez une des réponses.',
    choices: 'Choisissez chaque type une seule fois.',
    currencyName: 'Utilisez 2 à 6 majuscules et chiffres, en commençant par une lettre.',
    member: 'Choisissez un membre.',
    days: 'Saisissez un nombre entier de 1 à 3660.',
    daysOrDates: 'Indiquez soit des jours, soit des dates.',
    memberFromList: 'Choisissez un membre dans la liste.',
    password: 'Saisissez votre mot de passe.',
    passwordTooLong: (lengthMax: number) => `Un mot de passe a ${lengthMax} caractères au maximum.`,
    passwordsDiffer: 'Les mots de passe ne sont pas identiques.',
    daysReversed: 'Cette date précède celle du champ « Du ».',
    amountsReversed: 'Le premier montant est supérieur au second.',
    reason: 'Donnez une raison en quelques mots.',
  },
};

function eitherOf(labels: readonly string[]): string {
  return labels.map((label) => `« ${label} »`).join(' ou ');
}
