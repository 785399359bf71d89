/** What the doctor finds, one line for each check, and what to do about it. */
import { discord } from './discord.ts';
import { page } from './page.ts';

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
      advice:
        'Lancez npm run backup. La banque fait les suivantes d’elle-même (BACKUP_EVERY_HOURS).',
    },
    old: (when: string) => ({
      says: `La dernière sauvegarde date du ${when}.`,
      advice: 'Lancez npm run backup et vérifiez BACKUP_EVERY_HOURS.',
    }),
    unreadable: (why: string) => ({
      says: `La dernière sauvegarde est inutilisable : ${why}`,
      advice: 'Lancez npm run backup et vérifiez le disque.',
    }),
  },
  copy: {
    well: (when: string) => `La dernière copie d’une sauvegarde date du ${when} et se lit.`,
    none: {
      says: 'Le dossier de BACKUP_TO ne contient aucune sauvegarde.',
      advice: 'Vérifiez que la banque peut y écrire.',
    },
    old: (when: string) => ({
      says: `La dernière copie d’une sauvegarde date du ${when}.`,
      advice: 'Vérifiez le dossier de BACKUP_TO et son disque.',
    }),
    unreadable: (why: string) => ({
      says: `La dernière copie d’une sauvegarde est inutilisable : ${why}`,
      advice: 'Vérifiez le disque du dossier de BACKUP_TO.',
    }),
  },
  drill: {
    well: (when: string) =>
      `Une sauvegarde a été restaurée à l’essai le ${when} ; ses livres étaient justes.`,
    never: {
      says: 'La restauration d’une sauvegarde n’a jamais été essayée.',
      advice: 'Lancez npm run drill, ou réglez RESTORE_CHECK_DAYS.',
    },
    old: (when: string) => ({
      says: `Le dernier essai de restauration date du ${when}.`,
      advice: 'Lancez npm run drill.',
    }),
    wrong: (file: string) => ({
      says: `Les livres de la sauvegarde ${file} sont faux.`,
      advice: 'Lancez npm run drill pour en voir la raison, et gardez les sauvegardes précédentes.',
    }),
    refused: {
      says: 'La banque n’a pas le droit de créer un schéma pour essayer une restauration.',
      advice: 'Lancez npm run drill : il indique le droit qui manque à l’utilisateur de la base.',
    },
  },
};

const mail = {
  well: (server: string) => `Le serveur de messagerie ${server} accepte les e-mails de la banque.`,
  none: {
    says:
      'Aucun serveur de messagerie n’est réglé : la banque n’envoie pas d’e-mails, pas même pour ' +
      'un mot de passe oublié.',
    advice: 'Réglez SMTP_URL.',
  },
  refused: (server: string, code: string) => ({
    says: `Le serveur de messagerie ${server} n’accepte pas les e-mails de la banque (${code}).`,
    advice: 'Corrigez SMTP_URL, ou demandez à l’exploitant du serveur de messagerie.',
  }),
};

export const doctor = {
  title: 'État de la banque',
  summary: (counts: { readonly ok: number; readonly warning: number; readonly error: number }) =>
    `${counts.ok} en ordre, ` +
    `${counts.warning} ${counts.warning === 1 ? 'avertissement' : 'avertissements'}, ` +
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
  page,
  discord,
};
