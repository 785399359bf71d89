/** `/setup` : commande, champs, options, refus et cartes. */
import type { ErrorData, SetupName } from '../../../bank/model/index.ts';
import { type Markup, md } from '../../text/markup.ts';
import { discord } from '../doctor/discord.ts';

export const setupCommands = {
  setup: {
    description: 'Installer la banque : salons du personnel, monnaie, dépôts',
    title: 'Installer la banque',
  },
};

export const setupFields = {
  staffChannel: {
    label: 'Salon du personnel',
    hint: 'Un salon de ce serveur. Vide : inchangé',
    example: '#staff',
  },
  logChannel: {
    label: 'Salon du journal',
    hint: 'Une ligne par opération. - : aucun. Vide : inchangé',
    example: '#staff-log',
  },
  currencyName: { label: 'Monnaie', hint: '2 à 6 majuscules et chiffres', example: 'GEM' },
  depositRule: {
    label: 'Dépôts',
    choices: {
      open: { label: 'Comptabilisés aussitôt' },
      approval: { label: 'Après accord d’un guichetier' },
    },
  },
};

export const setupOptions = {
  staffChannel: 'salon_personnel',
  logChannel: 'salon_journal',
  currencyName: 'monnaie',
  depositRule: 'dépôts',
};

type SetupCode = `SETUP_${'FORBIDDEN' | 'FIXED' | 'CHANNEL' | 'SERVER' | 'CURRENCY'}`;
export type SetupSentences = {
  readonly [C in SetupCode]: (data: ErrorData[C], nothing: string) => string;
};

const channels: Record<
  Exclude<ErrorData['SETUP_CHANNEL']['why'], 'PERMISSIONS'>,
  (nothing: string) => string
> = {
  UNKNOWN: (nothing) =>
    `Ce salon n’existe pas sur ce serveur. ${nothing} Saisissez ` +
    'son nom tel que vous le voyez, par exemple #personnel.',
  SEVERAL: (nothing) =>
    `Plusieurs salons de ce serveur portent ce nom. ${nothing} Collez plutôt le lien du salon.`,
  KIND: (nothing) => `Ce n’est pas un salon textuel. ${nothing} Choisissez-en un autre.`,
  NO_SERVER: (nothing) =>
    `Le bot n’est pas sur ce serveur. ${nothing} Invitez-le ` +
    'avec le droit d’écrire et d’exécuter des commandes.',
  AWAY: (nothing) => `Discord n’a pas répondu. ${nothing} Réessayez dans un instant.`,
};

const ownerOnly =
  'Seul le propriétaire de la banque peut l’installer : celui de l’application Discord, ou ' +
  'un utilisateur de BANK_OWNER_IDS.';

export const setupSentences: SetupSentences = {
  SETUP_FORBIDDEN: (_, nothing) => `${ownerOnly} ${nothing}`,
  SETUP_FIXED: ({ setting }, nothing) =>
    `${setting} est défini dans l’environnement de la banque, ` +
    `qui l’emporte. ${nothing} L’exploitant peut l’y retirer.`,
  SETUP_CHANNEL: (data, nothing) => {
    if (data.why !== 'PERMISSIONS') return channels[data.why](nothing);
    const names = data.permissions.map((name) => discord.permissions[name]).join(', ');
    return (
      `Il manque au bot des autorisations dans ce salon : ${names}. ${nothing} ` +
      'Accordez-les dans les réglages du salon, puis appuyez sur *Modifier*.'
    );
  },
  SETUP_SERVER: ({ why }, nothing) =>
    why === 'DIRECT'
      ? 'Le serveur du personnel est celui où vous choisissez ' +
        `ses salons. ${nothing} Utilisez \`/setup\` là-bas.`
      : 'Les dépôts qui attendent un guichetier demandent un ' +
        `salon du personnel. ${nothing} Choisissez-en un aussi.`,
  SETUP_CURRENCY: (_, nothing) =>
    `Des opérations existent dans la monnaie actuelle : son nom ne change plus. ${nothing}`,
};

export const setupNames: Readonly<Record<SetupName, string>> = {
  DISCORD_STAFF_GUILD_ID: 'Serveur du personnel',
  DISCORD_STAFF_CHANNEL_ID: 'Salon du personnel',
  DISCORD_STAFF_LOG_CHANNEL_ID: 'Salon du journal',
  BANK_CURRENCY: 'Monnaie',
  DEPOSITS: 'Dépôts',
};

export const setup = {
  title: 'Installer la banque',
  names: setupNames,
  notSet: 'non défini',
  byOperator: 'défini par l’exploitant',
  intro: 'Un changement prend quelques secondes : la banque rouvre avec lui.',
  saved: {
    title: 'Enregistré',
    sentence:
      'La banque rouvre avec les nouveaux réglages. Cette carte change dès qu’elle est ouverte.',
  },
  opened: 'La banque est de nouveau ouverte',
  unchanged: 'Ces réglages sont déjà en vigueur.',
  change: 'Changer',
  openAccount: 'Ouvrir un compte',
  left: {
    title: '**Ce qui reste à faire**',
    channel:
      'Choisissez un salon du personnel : utilisez `/setup` sur le serveur de votre personnel.',
    account: (register: Markup): Markup => md`Ouvrez un compte pour vous avec ${register}.`,
    managers: (grant: Markup, count: string): Markup =>
      md`Nommez deux responsables avec ${grant}, sur le serveur du personnel : ${count} sur 2.`,
    done: (register: Markup): Markup => md`Tout est prêt. Les clients commencent par ${register}.`,
  },
};
