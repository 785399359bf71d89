/** What the doctor finds, one line for each check, and what to do about it. */
import { discord } from './discord.ts';
import { page } from './page.ts';

const gate = {
  version: {
    says: 'Der Datenbankserver ist zu alt.',
    advice: 'Installiere MariaDB 10.6 oder MySQL 8.0 oder neuer.',
  },
  flush: {
    says: 'Die Datenbank kann bei einem Stromausfall die Daten der letzten Sekunde verlieren.',
    advice: 'Setze auf dem Server innodb_flush_log_at_trx_commit = 1.',
  },
  redo: {
    says: 'Die Datenbank kann bei einem Absturz alle Daten verlieren: Ihr Redo-Log ist ausgeschaltet.',
    advice: 'Führe ALTER INSTANCE ENABLE INNODB REDO_LOG aus.',
  },
  binlog: {
    says: 'Die Datenbank schreibt ihr Binärlog nicht bei jedem Commit auf die Platte.',
    advice: 'Setze auf dem Server sync_binlog = 1.',
  },
  strict: {
    says: 'Die Datenbank ist nicht im strikten SQL-Modus, obwohl die Bank ihn verlangt.',
    advice: 'Suche zwischen Bank und Datenbank nach einem Proxy, der ihn zurücksetzt.',
  },
  clock: {
    says: 'Die Uhren dieses Rechners und der Datenbank weichen um mehr als fünf Sekunden voneinander ab.',
    advice: 'Gleiche beide Uhren ab.',
  },
};

const database = {
  well: (version: string, size: string) => `Die Datenbank antwortet: ${version}, ${size}.`,
  unreachable: (why: string) => ({
    says: why,
    advice: 'Starte den Datenbankserver oder korrigiere DATABASE_URL.',
  }),
  rights: {
    well: 'Der Datenbankbenutzer der Bank kann gebuchte Transaktionen nicht ändern.',
    excess: {
      says: 'Der Datenbankbenutzer der Bank kann gebuchte Transaktionen ändern.',
      advice: 'Schränke seine Rechte ein, wie docs/operations.md es zeigt.',
    },
  },
  migrations: {
    well: (count: number) => `Alle ${count} Migrationen sind ausgeführt.`,
    open: (count: number) => ({
      says: count === 1 ? 'Eine Migration fehlt.' : `${count} Migrationen fehlen.`,
      advice: 'Starte die Bank, sie führt sie aus.',
    }),
    unfit: (why: string) => ({
      says: why,
      advice:
        'Starte die Version von Passbook, mit der die Datenbank zuletzt benutzt wurde, oder eine neuere.',
    }),
  },
  durable: 'Die Datenbank behält auch nach einem Stromausfall, was sie bestätigt hat.',
  gate,
};

const machine = {
  node: {
    well: (version: string) => `Passbook läuft mit Node ${version}.`,
    old: (version: string, oldest: string) => ({
      says: `Node ${version} ist zu alt.`,
      advice: `Installiere Node ${oldest} oder neuer.`,
    }),
  },
  disk: {
    well: (free: string) => `Auf dem Datenträger des Datenordners sind ${free} frei.`,
    low: (free: string) => ({
      says: `Auf dem Datenträger des Datenordners sind nur noch ${free} frei.`,
      advice: 'Schaffe Platz, bevor der Datenträger voll ist: Dann lehnt die Bank Zahlungen ab.',
    }),
  },
  settings: {
    well: 'Alle Einstellungen sind gültig.',
    wrong: (line: string) => ({
      says: line,
      advice: 'Korrigiere sie in .env oder in der Umgebung.',
    }),
  },
};

const secrets = {
  well: 'Die Geheimnisse gehören zu dieser Datenbank.',
  none: {
    says: 'Es gibt noch keine Geheimnisse.',
    advice:
      'Starte die Bank einmal, sie legt sie an. Bewahre dann eine Kopie von secrets.json auf.',
  },
  missing: {
    says: 'Die Geheimnisse dieser Datenbank fehlen: Keine Kundin und kein Kunde könnte sich anmelden.',
    advice: 'Lege secrets.json zurück in den Datenordner oder setze PASSWORD_PEPPER und PII_KEY.',
  },
  damaged: (why: string) => ({
    says: why,
    advice: 'Lege die aufbewahrte Kopie von secrets.json zurück in den Datenordner.',
  }),
  other: {
    says: 'Die Geheimnisse gehören zu einer anderen Datenbank: Keine Kundin und kein Kunde könnte sich anmelden.',
    advice: 'Benutze die secrets.json, die zu dieser Datenbank aufbewahrt wurde.',
  },
};

const books = {
  halt: {
    well: 'Zahlungen sind möglich.',
    stopped: (when: string) => ({
      says: `Zahlungen sind seit ${when} angehalten, weil die Bücher nicht stimmen.`,
      advice:
        'Führe npm run verify-ledger aus und lies „Checking the books“ in docs/operations.md.',
    }),
  },
  verified: {
    well: (when: string) => `Die Bücher wurden zuletzt am ${when} geprüft und stimmen.`,
    wrong: (when: string) => ({
      says: `Die Bücher wurden zuletzt am ${when} geprüft und stimmten nicht.`,
      advice:
        'Führe npm run verify-ledger aus und lies „Checking the books“ in docs/operations.md.',
    }),
    never: {
      says: 'Die Bücher wurden aus diesem Datenordner noch nicht geprüft.',
      advice: 'Führe npm run verify-ledger aus.',
    },
    old: (when: string) => ({
      says: `Die Bücher wurden zuletzt am ${when} geprüft.`,
      advice: 'Führe npm run verify-ledger jede Woche aus.',
    }),
  },
  stuck: {
    well: 'Kein Auftrag und keine Bestätigung steckt fest.',
    some: (count: number) => ({
      says: count === 1 ? 'Ein Vorgang steckt fest.' : `${count} Vorgänge stecken fest.`,
      advice: 'Eine Leitung entscheidet mit /staff stuck list.',
    }),
  },
  backup: {
    well: (when: string) => `Die letzte Sicherung ist vom ${when} und lesbar.`,
    none: {
      says: 'Im Datenordner ist keine Sicherung.',
      advice: 'Führe npm run backup aus. Danach sichert die Bank von selbst (BACKUP_EVERY_HOURS).',
    },
    old: (when: string) => ({
      says: `Die letzte Sicherung ist vom ${when}.`,
      advice: 'Führe npm run backup aus und prüfe BACKUP_EVERY_HOURS.',
    }),
    unreadable: (why: string) => ({
      says: `Die letzte Sicherung ist nicht brauchbar: ${why}`,
      advice: 'Führe npm run backup aus und prüfe den Datenträger.',
    }),
  },
  copy: {
    well: (when: string) => `Die letzte Kopie einer Sicherung ist vom ${when} und lesbar.`,
    none: {
      says: 'Im Ordner von BACKUP_TO liegt keine Sicherung.',
      advice: 'Prüfe, ob die Bank dort schreiben darf.',
    },
    old: (when: string) => ({
      says: `Die letzte Kopie einer Sicherung ist vom ${when}.`,
      advice: 'Prüfe den Ordner in BACKUP_TO und seinen Datenträger.',
    }),
    unreadable: (why: string) => ({
      says: `Die letzte Kopie einer Sicherung ist unbrauchbar: ${why}`,
      advice: 'Prüfe den Datenträger des Ordners in BACKUP_TO.',
    }),
  },
  drill: {
    well: (when: string) =>
      `Am ${when} wurde eine Sicherung zur Probe wiederhergestellt; ihre Bücher stimmten.`,
    never: {
      says: 'Die Wiederherstellung einer Sicherung wurde noch nie erprobt.',
      advice: 'Führe npm run drill aus oder setze RESTORE_CHECK_DAYS.',
    },
    old: (when: string) => ({
      says: `Zuletzt wurde am ${when} eine Sicherung zur Probe wiederhergestellt.`,
      advice: 'Führe npm run drill aus.',
    }),
    wrong: (file: string) => ({
      says: `Die Bücher der Sicherung ${file} stimmen nicht.`,
      advice: 'Führe npm run drill aus: Es zeigt den Grund. Bewahre ältere Sicherungen auf.',
    }),
    refused: {
      says: 'Die Bank darf kein Schema anlegen, um eine Sicherung zur Probe wiederherzustellen.',
      advice: 'Führe npm run drill aus: Es nennt das Recht, das dem Datenbankbenutzer fehlt.',
    },
  },
};

const mail = {
  well: (server: string) => `Der Mailserver ${server} nimmt Mails der Bank an.`,
  none: {
    says:
      'Kein Mailserver ist eingestellt: Die Bank verschickt keine Mails, auch nicht für vergessene ' +
      'Passwörter.',
    advice: 'Setze SMTP_URL.',
  },
  refused: (server: string, code: string) => ({
    says: `Der Mailserver ${server} nimmt keine Mails der Bank an (${code}).`,
    advice: 'Korrigiere SMTP_URL oder frage den Betreiber des Mailservers.',
  }),
};

export const doctor = {
  title: 'Zustand der Bank',
  summary: (counts: { readonly ok: number; readonly warning: number; readonly error: number }) =>
    `${counts.ok} in Ordnung, ` +
    `${counts.warning} ${counts.warning === 1 ? 'Warnung' : 'Warnungen'}, ` +
    `${counts.error} Fehler.`,
  levels: { ok: 'in Ordnung', warning: 'Warnung', error: 'Fehler' },
  failed: (check: string, why: string) => ({
    says: `Die Prüfung ${check} war nicht möglich: ${why}`,
    advice: 'Sieh ins Protokoll und melde es, wenn es bleibt.',
  }),
  machine,
  secrets,
  database,
  books,
  mail,
  page,
  discord,
};
