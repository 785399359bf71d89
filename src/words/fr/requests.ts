/** Requests for money: commands, fields, options and refusals. */
import type { ErrorData, Money } from '../../bank/model/index.ts';
import { formatAmount } from '../text/amount.ts';
import type { CommandText, FieldText } from '../text/shapes.ts';

export const requestCommands = {
  'request block': {
    description: 'Choisir de qui vous n’acceptez pas de demandes d’argent',
    title: 'Ne pas accepter de demandes',
  },
  'request cancel': {
    description: 'Annuler une demande que vous avez faite',
    title: 'Annuler une demande',
  },
  'request create': {
    description: 'Demander de l’argent à une ou plusieurs personnes',
    title: 'Demander de l’argent',
  },
  'request export': {
    description: 'Télécharger le tableau de qui a payé une demande',
    title: 'Exporter une demande',
  },
  'request list': { description: 'Voir ce qu’on vous demande et ce que vous avez demandé' },
  'request remind': {
    description: 'Relancer les personnes qui n’ont pas payé une demande',
    title: 'Envoyer un rappel',
  },
  'request show': { description: 'Voir qui a payé une demande', title: 'Afficher une demande' },
  'staff request list': {
    description: 'Voir les demandes d’argent qu’un client a reçues et faites',
    title: 'Demandes d’un client',
  },
  'staff request show': {
    description: 'Voir qui a payé la demande d’un client',
    title: 'Demande d’un client',
  },
  'staff request cancel': {
    description: 'Annuler la demande d’un client, avec un motif',
    title: 'Annuler la demande d’un client',
  },
} satisfies Record<string, CommandText>;

export const requestFields = {
  askMembers: { label: 'De', hint: 'Un ou plusieurs membres' },
  askRole: { label: 'Ou de tous ceux qui ont un rôle', hint: '100 personnes au plus' },
  askAccount: {
    label: 'Ou d’un compte',
    hint: 'Numéro de compte, surnom, ou une personne déjà payée',
  },
  askEach: { label: 'Montant par personne', hint: '12, 12,50', example: '12,50' },
  askTotal: { label: 'Ou au total', hint: 'Partagé à parts égales', example: '100' },
  dueDate: { label: 'Échéance', hint: 'AAAA-MM-JJ', example: '2026-01-31' },
  expires: {
    label: 'Expire',
    hint: 'Après tant de jours (90 au plus), ou à une date',
    example: '10',
  },
  request: {
    label: 'Demande',
    hint: 'Sa référence, dans /request list',
    example: '01AB-23CD-45EF-GHJ',
  },
  blockMember: { label: 'Membre', hint: 'Ne pourra plus rien vous demander' },
  customerRequest: {
    label: 'Demande',
    hint: 'Sa référence, dans /staff request list',
    example: '01AB-23CD-45EF-GHJ',
  },
} satisfies Record<string, FieldText>;

export const requestOptions = {
  askMembers: 'membre',
  askRole: 'rôle',
  askAccount: 'compte',
  askEach: 'montant',
  askTotal: 'total',
  dueDate: 'échéance',
  expires: 'expire',
  request: 'demande',
  blockMember: 'membre',
  customerRequest: 'demande',
};

type RequestCode =
  | `REQUEST_${'SELF' | 'PAYERS' | 'UNWANTED' | 'SPLIT' | 'TIME' | 'CHANGED' | 'UNKNOWN'}`
  | `REQUEST_${'ENDED' | 'EXCEEDED'}`
  | 'REQUEST_REFERENCE_UNKNOWN'
  | 'REQUESTS_OPEN'
  | 'REMINDERS_USED'
  | 'BLOCKS_TOO_MANY'
  | 'ROLE_UNREADABLE';
export type RequestSentences = {
  readonly [C in RequestCode]: (data: ErrorData[C], nothing: string) => string;
};

const sum = ({ units, currency }: Money): string => formatAmount(units, currency);

const time: Record<ErrorData['REQUEST_TIME']['fault'], string> = {
  DUE_PAST: 'L’échéance est passée.',
  DUE_LATE: 'L’échéance est à plus de 90 jours.',
  EXPIRY_PAST: 'La demande serait déjà expirée.',
  EXPIRY_LATE: 'Une demande reste ouverte 90 jours au plus.',
  EXPIRY_BEFORE_DUE: 'La demande expirerait avant son échéance.',
};
const ended: Record<ErrorData['REQUEST_ENDED']['state'], string> = {
  PAID: 'Cette demande a déjà été payée.',
  DECLINED: 'Cette demande a été refusée.',
  CANCELLED: 'Cette demande a été annulée.',
  EXPIRED: 'Cette demande a expiré.',
};
const unreadable: Record<ErrorData['ROLE_UNREADABLE']['why'], string> = {
  INTENT:
    'Discord ne laisse pas cette banque lire qui a un rôle. Les personnes qui gèrent le bot doivent ' +
    'activer « Server Members Intent » pour lui dans le portail développeur de Discord.',
  SERVER: 'Les rôles n’existent que dans les serveurs, et ceci est un message privé.',
  SIZE: 'Ce serveur a trop de membres pour les parcourir.',
  LATE: 'Discord n’a pas répondu à temps.',
};

export const requestSentences: RequestSentences = {
  REQUEST_SELF: (_, nothing) => `C’est vous-même. ${nothing} Choisissez une autre personne.`,
  REQUEST_PAYERS: ({ max }, nothing) =>
    `Une demande s’adresse à 1 à ${max} personnes qui ont un compte ici. ${nothing} Choisissez-en d’autres.`,
  REQUEST_UNWANTED: (_, nothing) =>
    `Cette personne n’accepte pas de demandes d’argent. ${nothing} Demandez-lui autrement.`,
  REQUESTS_OPEN: ({ whose, max }, nothing) =>
    whose === 'OWN'
      ? `Vous avez déjà ${max} demandes ouvertes. ${nothing} Annulez-en une, ou attendez qu’une soit payée.`
      : `Cette personne a déjà ${max} demandes ouvertes. ${nothing} Réessayez plus tard.`,
  REQUEST_SPLIT: ({ people }, nothing) =>
    `Partagé entre ${people} personnes, cela fait moins que le plus petit montant. ` +
    `${nothing} Indiquez un total plus grand.`,
  REQUEST_TIME: ({ fault }, nothing) => `${time[fault]} ${nothing} Choisissez un autre jour.`,
  REQUEST_CHANGED: (_, nothing) =>
    `Une personne de cette carte ne peut plus être sollicitée. ${nothing} Recommencez pour voir une nouvelle carte.`,
  REQUEST_UNKNOWN: (_, nothing) =>
    `Aucune demande de ce genre ne vous concerne. ${nothing} Voyez \`/request list\`.`,
  REQUEST_REFERENCE_UNKNOWN: (_, nothing) =>
    `Aucune demande n’a cette référence. ${nothing} Voyez \`/staff request list\`.`,
  REQUEST_ENDED: ({ state }, nothing) => `${ended[state]} ${nothing}`,
  REQUEST_EXCEEDED: ({ left }, nothing) =>
    `Il ne reste que ${sum(left)} à payer pour cette demande. ${nothing} Indiquez ce montant ou moins.`,
  REMINDERS_USED: ({ max }, nothing) =>
    `Les ${max} rappels de cette demande ont tous été envoyés. ${nothing}`,
  BLOCKS_TOO_MANY: ({ max }, nothing) =>
    `Vous avez déjà choisi ${max} personnes. ${nothing} Acceptez d’abord à nouveau les demandes de l’une d’elles.`,
  ROLE_UNREADABLE: ({ why }, nothing) =>
    `${unreadable[why]} ${nothing} Vous pouvez choisir les membres un par un.`,
};
