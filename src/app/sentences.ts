/** Turns errors with data into sentences for the terminal. */
import type {
  BackupError,
  CurrencyMismatch,
  UnreadableRowError,
  UnsettledError,
} from '../bank/index.ts';
import { DatabaseError } from '../db/errors.ts';
import { LocalServerError, type LocalStep, type NoProgram } from '../db/local/reports.ts';
import { MigrationError } from '../db/migrate-files.ts';
import { fileTrouble, type FileTrouble } from '../lib/file-trouble.ts';
import { terminal } from '../words/index.ts';

const { database, files, tools } = terminal;
const { local, migration, answer } = database;

export function stepSentence(step: LocalStep): string {
  switch (step.code) {
    case 'fetching':
      return local.fetching;
    case 'setting-up':
      return local.settingUp(step.family, step.version);
    case 'starting':
      return local.starting;
    case 'former-server':
      return local.waitingForFormer;
  }
}

/** What the database answered, as part of a sentence. */
export function databaseAnswer({ errno, code, detail, isSilent }: DatabaseError): string {
  if (errno !== null) return answer.error(errno, detail);
  if (code !== null) return answer.unreachable(code);
  return isSilent ? answer.silent : answer.busy;
}

function noProgram(reason: NoProgram): string {
  const say = local.noProgram;
  switch (reason.why) {
    case 'unreadable':
      return say.unreadable(reason.writtenBy);
    case 'fetched-elsewhere':
      return say.fetchedElsewhere;
    case 'not-fetched': {
      const { fetch, writtenBy } = reason;
      const why = fetch.code === 'failed' ? fetch.detail : local.fetchFailed[fetch.code];
      return say.notFetched(writtenBy, why);
    }
    case 'older':
      return say.older(reason.writtenBy);
  }
}

function localSentence({ trouble }: LocalServerError): string {
  switch (trouble.code) {
    case 'no-program':
      return local.noProgramFound(noProgram(trouble));
    case 'folder-taken':
      return local.folderTaken(trouble.folder);
    case 'folder-of-others':
      return local.folderOfOthers(trouble.folder);
    case 'former-server':
      return local.formerServer(trouble.pid, trouble.folder);
    case 'not-set-up':
      return local.notSetUp(trouble.detail);
    case 'ended':
      return local.ended(trouble.complaint);
    case 'silent':
      return local.silent(trouble.complaint);
  }
}

function migrationSentence({ trouble }: MigrationError): string {
  const { file } = { file: '', ...trouble };
  switch (trouble.code) {
    case 'bad-name':
      return migration.badName(file);
    case 'bad-number':
      return migration.badNumber(file, trouble.expected);
    case 'newer':
      return migration.newer(file);
    case 'changed':
      return migration.changed(file, trouble.ranAs);
    case 'failed': {
      const { errno, detail, statement } = trouble;
      const why = errno === null ? (detail ?? '') : answer.error(errno, detail);
      return migration.failed(file, statement, why);
    }
    case 'locked':
      return migration.locked(trouble.seconds);
  }
}

function backupSentence({ trouble }: BackupError): string {
  const say = tools.backup.trouble;
  switch (trouble.code) {
    case 'not-a-backup':
      return say.notABackup;
    case 'damaged':
      return say.damaged;
    case 'cut-off':
      return say.cutOff;
    case 'empty':
      return say.empty;
    case 'format':
      return say.format(trouble.format);
    case 'database-in-use':
      return say.databaseInUse;
    case 'not-read':
      return say.notRead(files.trouble(trouble.file));
    case 'not-written':
      return say.notWritten(files.trouble(trouble.file));
  }
}

/** The bank's errors, matched by name, because importing the bank here would delay the start. */
function bankSentence(error: Error): string | null {
  switch (error.name) {
    case 'BackupError':
      return backupSentence(error as BackupError);
    case 'CurrencyMismatch': {
      const { stored, wanted } = error as CurrencyMismatch;
      return database.otherCurrency(stored, wanted);
    }
    case 'UnsettledError':
      return tools.rotateKeys.unsettled((error as UnsettledError).count);
    case 'UnreadableRowError': {
      const { table, customerId } = error as UnreadableRowError;
      return tools.rotateKeys.unreadable(table, customerId);
    }
    default:
      return null;
  }
}

const fileSentence = (trouble: FileTrouble | null): string | null =>
  trouble === null ? null : `${files.trouble(trouble)}.`;

/** Null for an error that only the log can explain. */
export function sentenceOf(error: unknown): string | null {
  if (error instanceof DatabaseError) return database.failed(databaseAnswer(error));
  if (error instanceof LocalServerError) return localSentence(error);
  if (error instanceof MigrationError) return migrationSentence(error);
  const ofBank = error instanceof Error ? bankSentence(error) : null;
  return ofBank ?? fileSentence(fileTrouble(error));
}
