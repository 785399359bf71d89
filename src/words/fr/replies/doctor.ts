/** What the doctor finds, one line for each check, and what to do about it. */

const gate = {
  version: {
    says: 'Le serveur de base de données est trop ancien.',
    advice: 'Installez MariaDB 10.6 ou MySQL 8.0, ou une version plus récente.',
  },
  flush: {
    says: 'La base de données peut perdre la dernière seconde de données lors d’une coupure de courant.',
    advice: 'Réglez innodb_flush_log_at_trx_commit = 1 sur le serveur.',
  },
  redo: {
    says: 'La base de données peut perdre toutes ses données lors d’une panne : son redo log est désactivé.',
    advice: 'Exécutez ALTER INSTANCE ENABLE INNODB REDO_LOG.',
  },
  binlog: {
    says: 'La base de données n’écrit pas son journal binaire sur le disque à chaque commit.',
    advice: 'Réglez sync_binlog = 1 sur le serveur.',
  },
  strict: {
    says: 'La base de données n’est pas en mode SQL strict, bien que la banque l’ait demandé.',
    advice: 'Cherchez, entre la banque et la base de données, un proxy qui le réinitialise.',
  },
  clock: {
    says: 'Les horloges de cette machine et de la base de données diffèrent de plus de cinq secondes.',
    advice: 'Synchronisez les deux horloges.',
  },
};

const database = {
  well: (version: string, size: string) => `La base de données répond : ${version}, ${size}.`,
  unreachable: (why: string) => ({
    says: why,
    advice: 'Démarrez le serveur de base de données, ou corrigez DATABASE_URL.',
  }),
  rights: {
    well: 'L’utilisateur de base de données de la banque ne peut pas modifier les opérations comptabilisées.',
    excess: {
      says: 'L’utilisateur de base de données de la banque peut modifier les opérations comptabilisées.',
      advice: 'Limitez ses droits comme le montre docs/operations.md.',
    },
  },
  migrations: {
    well: (count: number) => `Les ${count} migrations ont été appliquées.`,
    open: (count: number) => ({
      says: count === 1 ? 'Il manque une migration.' : `Il manque ${count} migrations.`,
      advice: 'Démarrez la banque : elle les applique.',
    }),
    unfit: (why: string) => ({
      says: why,
      advice:
        'Lancez la version de Passbook utilisée en dernier avec cette base, ou une plus récente.',
    }),
  },
  durable: 'La base de données conserve ce qu’elle a confirmé, même après une coupure de courant.',
  gate,
};

const machine = {
  node: {
    well: (version: string) => `Passbook fonctionne avec Node ${version}.`,
    old: (version: string, oldest: string) => ({
      says: `Node ${version} est trop ancien.`,
      advice: `Installez Node ${oldest} ou plus récent.`,
    }),
  },
  disk: {
    well: (free: string) => `${free} sont libres sur le disque du dossier de données.`,
    low: (free: string) => ({
      says: `Il ne reste que ${free} sur le disque du dossier de données.`,
      advice:
        'Libérez de la place avant que le disque soit plein : la banque refuserait alors les paiements.',
    }),
  },
  settings: {
    well: 'Tous les réglages sont valides.',
    wrong: (line: string) => ({
      says: line,
      advice: 'Corrigez-le dans .env ou dans l’environnement.',
    }),
  },
};

const secrets = {
  well: 'Les secrets correspondent à cette base de données.',
  none: {
    says: 'Il n’y a pas encore de secrets.',
    advice:
      'Démarrez la banque une fois : elle les crée. Conservez ensuite une copie de secrets.json.',
  },
  missing: {
    says: 'Les secrets de cette base de données manquent : aucun client ne pourrait se connecter.',
    advice:
      'Remettez secrets.json dans le dossier de données, ou réglez PASSWORD_PEPPER et PII_KEY.',
  },
  damaged: (why: string) => ({
    says: why,
    advice: 'Remettez la copie conservée de secrets.json dans le dossier de données.',
  }),
  other: {
    says: 'Les secrets correspondent à une autre base de données : aucun client ne pourrait se connecter.',
    advice: 'Utilisez le secrets.json conservé avec cette base de données.',
  },
};

const books = {
  halt: {
    well: 'Les paiements sont ouverts.',
    stopped: (when: string) => ({
      says: `Les paiements sont arrêtés depuis le ${when}, car les livres sont inexacts.`,
      advice:
        'Lancez npm run verify-ledger et lisez « Checking the books » dans docs/operations.md.',
    }),
  },
  verified: {
    well: (when: string) => `Les livres ont été vérifiés le ${when} et sont exacts.`,
    wrong: (when: string) => ({
      says: `Les livres ont été vérifiés le ${when} et étaient inexacts.`,
      advice:
        'Lancez npm run verify-ledger et lisez « Checking the books » dans docs/operations.md.',
    }),
    never: {
      says: 'Les livres n’ont pas encore été vérifiés depuis ce dossier de données.',
      advice: 'Lancez npm run verify-ledger.',
    },
    old: (when: string) => ({
      says: `Les livres ont été vérifiés pour la dernière fois le ${when}.`,
      advice: 'Lancez npm run verify-ledger chaque semaine.',
    }),
  },
  stuck: {
    well: 'Aucune tâche ni confirmation n’est bloquée.',
    some: (count: number) => ({
      says: count === 1 ? 'Une tâche est bloquée.' : `${count} tâches sont bloquées.`,
      advice: 'Un responsable décide avec /staff stuck list.',
    }),
  },
  backup: {
    well: (when: string) => `La dernière sauvegarde date du ${when} et est lisible.`,
    none: {
      says: 'Il n’y a aucune sauvegarde dans le dossier de données.',
      advice: 'Lancez npm run backup chaque jour et conservez une copie sur une autre machine.',
    },
    old: (when: string) => ({
      says: `La dernière sauvegarde date du ${when}.`,
      advice: 'Lancez npm run backup chaque jour.',
    }),
    unreadable: (why: string) => ({
      says: `La dernière sauvegarde est inutilisable : ${why}`,
      advice: 'Lancez npm run backup et vérifiez le disque.',
    }),
  },
};

const mail = {
  well: (server: string) => `Le serveur de messagerie ${server} accepte les e-mails de la banque.`,
  none: {
    says: 'Aucun serveur de messagerie n’est réglé : la banque n’envoie pas d’e-mails, et aucun client ne peut récupérer son mot de passe ainsi.',
    advice: 'Réglez SMTP_URL.',
  },
  refused: (server: string, code: string) => ({
    says: `Le serveur de messagerie ${server} n’accepte pas les e-mails de la banque (${code}).`,
    advice: 'Corrigez SMTP_URL, ou demandez à l’exploitant du serveur de messagerie.',
  }),
};

const discord = {
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
      advice: 'Réglez DISCORD_STAFF_GUILD_ID.',
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
      advice: `Réglez ${setting} sur un salon du serveur du personnel.`,
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

export const doctor = {
  title: 'État de la banque',
  summary: (counts: { readonly ok: number; readonly warning: number; readonly error: number }) =>
    `${counts.ok} en ordre, ${counts.warning} ${counts.warning === 1 ? 'avertissement' : 'avertissements'}, ` +
    `${counts.error} ${counts.error === 1 ? 'erreur' : 'erreurs'}.`,
  levels: { ok: 'en ordre', warning: 'avertissement', error: 'erreur' },
  failed: (check: string, why: string) => ({
    says: `Le contrôle ${check} n’a pas pu être fait : ${why}`,
    advice: 'Consultez le journal, et signalez-le si cela persiste.',
  }),
  machine,
  secrets,
  database,
  books,
  mail,
  discord,
};
