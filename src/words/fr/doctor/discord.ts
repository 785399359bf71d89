/** What the doctor finds on Discord. */

export const discord = {
  sandbox: 'Aucun jeton Discord n’est réglé : la banque fonctionne avec le bac à sable.',
  login: {
    well: (name: string) => `Discord connaît le bot sous le nom ${name}.`,
    refused: {
      says: 'Discord n’accepte pas le jeton.',
      advice: 'Copiez un nouveau jeton du portail des développeurs dans DISCORD_TOKEN.',
    },
    unreachable: (code: string) => ({
      says: `Discord ne répond pas (${code}).`,
      advice: 'Vérifiez le réseau, et DISCORD_API_URL s’il est réglé.',
    }),
  },
  servers: {
    well: (count: number) =>
      count === 1 ? 'Le bot est sur un serveur.' : `Le bot est sur ${count} serveurs.`,
    none: (invite: string) => ({
      says: 'Le bot n’est sur aucun serveur.',
      advice: `Invitez-le : ${invite}`,
    }),
  },
  commands: {
    well: 'Toutes les commandes sont enregistrées.',
    differ: {
      says: 'Discord liste d’autres commandes que celles de cette version de Passbook.',
      advice: 'Démarrez la banque : elle les enregistre.',
    },
  },
  staffServer: {
    well: (name: string) => `Le bot est sur le serveur du personnel ${name}.`,
    none: {
      says: 'Aucun serveur du personnel n’est réglé : il n’y a pas de commandes du personnel.',
      advice: 'Utilisez /setup sur Discord, ou réglez DISCORD_STAFF_GUILD_ID.',
    },
    absent: (invite: string) => ({
      says: 'Le bot n’est pas sur le serveur du personnel.',
      advice: `Corrigez DISCORD_STAFF_GUILD_ID, ou invitez le bot : ${invite}`,
    }),
  },
  channel: {
    well: (name: string) => `Le bot peut écrire dans #${name}.`,
    none: (setting: string) => ({
      says: `${setting} n’est pas réglé : aucune carte ni ligne n’y est envoyée.`,
      advice: `Utilisez /setup sur Discord, ou réglez ${setting} sur un salon du serveur du personnel.`,
    }),
    absent: (setting: string) => ({
      says: `Le bot ne voit pas le salon de ${setting}.`,
      advice: 'Corrigez le réglage, ou donnez au bot l’autorisation « Voir le salon ».',
    }),
    elsewhere: (setting: string, name: string) => ({
      says: `#${name}, le salon de ${setting}, n’est pas sur le serveur du personnel.`,
      advice:
        'Choisissez un salon du serveur du personnel : ses cartes sont réservées au personnel.',
    }),
    mayNot: (name: string, permissions: string) => ({
      says: `Il manque au bot des autorisations dans #${name} : ${permissions}.`,
      advice: 'Donnez-les au rôle du bot dans les paramètres du salon.',
    }),
  },
  permissions: { ViewChannel: 'Voir le salon', SendMessages: 'Envoyer des messages' },
  members: {
    well: 'Le bot peut lire qui a un rôle.',
    none: {
      says: 'Le bot ne peut pas lire qui a un rôle : une demande ne peut pas en nommer un.',
      advice: 'Activez « Server Members Intent » dans le portail des développeurs.',
    },
  },
};
