/** What the doctor finds, one line for each check, and what to do about it. */
import { discord } from './discord.ts';
import { page } from './page.ts';

const gate = {
  version: {
    says: 'El servidor de base de datos es demasiado antiguo.',
    advice: 'Instala MariaDB 10.6 o MySQL 8.0, o una versión más reciente.',
  },
  flush: {
    says: 'La base de datos puede perder el último segundo de datos en un corte de corriente.',
    advice: 'Configura innodb_flush_log_at_trx_commit = 1 en el servidor.',
  },
  redo: {
    says: 'La base de datos puede perder todos los datos en un fallo: su registro redo está desactivado.',
    advice: 'Ejecuta ALTER INSTANCE ENABLE INNODB REDO_LOG.',
  },
  binlog: {
    says: 'La base de datos no guarda su registro binario en disco en cada commit.',
    advice: 'Configura sync_binlog = 1 en el servidor.',
  },
  strict: {
    says: 'La base de datos no está en modo SQL estricto, aunque el banco lo pidió.',
    advice: 'Busca entre el banco y la base de datos un proxy que lo restablezca.',
  },
  clock: {
    says: 'Los relojes de esta máquina y de la base de datos difieren en más de cinco segundos.',
    advice: 'Sincroniza ambos relojes.',
  },
};

const database = {
  well: (version: string, size: string) => `La base de datos responde: ${version}, ${size}.`,
  unreachable: (why: string) => ({
    says: why,
    advice: 'Inicia el servidor de base de datos o corrige DATABASE_URL.',
  }),
  rights: {
    well: 'El usuario de base de datos del banco no puede cambiar las transacciones contabilizadas.',
    excess: {
      says: 'El usuario de base de datos del banco puede cambiar las transacciones contabilizadas.',
      advice: 'Limita sus permisos como muestra docs/operations.md.',
    },
  },
  migrations: {
    well: (count: number) => `Las ${count} migraciones están aplicadas.`,
    open: (count: number) => ({
      says: count === 1 ? 'Falta una migración.' : `Faltan ${count} migraciones.`,
      advice: 'Inicia el banco: las aplica.',
    }),
    unfit: (why: string) => ({
      says: why,
      advice:
        'Ejecuta la versión de Passbook con la que se usó la base de datos por última vez, o una más reciente.',
    }),
  },
  durable: 'La base de datos conserva lo que ha confirmado, incluso tras un corte de corriente.',
  gate,
};

const machine = {
  node: {
    well: (version: string) => `Passbook funciona con Node ${version}.`,
    old: (version: string, oldest: string) => ({
      says: `Node ${version} es demasiado antiguo.`,
      advice: `Instala Node ${oldest} o más reciente.`,
    }),
  },
  disk: {
    well: (free: string) => `Hay ${free} libres en el disco de la carpeta de datos.`,
    low: (free: string) => ({
      says: `Solo quedan ${free} libres en el disco de la carpeta de datos.`,
      advice: 'Libera espacio antes de que el disco se llene: entonces el banco rechaza los pagos.',
    }),
  },
  settings: {
    well: 'Todos los ajustes son válidos.',
    wrong: (line: string) => ({
      says: line,
      advice: 'Corrígelo en .env o en el entorno.',
    }),
  },
};

const secrets = {
  well: 'Los secretos corresponden a esta base de datos.',
  none: {
    says: 'Todavía no hay secretos.',
    advice: 'Inicia el banco una vez: los crea. Después guarda una copia de secrets.json.',
  },
  missing: {
    says: 'Faltan los secretos de esta base de datos: ningún cliente podría iniciar sesión.',
    advice: 'Devuelve secrets.json a la carpeta de datos o configura PASSWORD_PEPPER y PII_KEY.',
  },
  damaged: (why: string) => ({
    says: why,
    advice: 'Devuelve la copia guardada de secrets.json a la carpeta de datos.',
  }),
  other: {
    says: 'Los secretos son de otra base de datos: ningún cliente podría iniciar sesión.',
    advice: 'Usa el secrets.json que se guardó con esta base de datos.',
  },
};

const books = {
  halt: {
    well: 'Los pagos están abiertos.',
    stopped: (when: string) => ({
      says: `Los pagos están detenidos desde el ${when}, porque los libros no son correctos.`,
      advice: 'Ejecuta npm run verify-ledger y lee «Checking the books» en docs/operations.md.',
    }),
  },
  verified: {
    well: (when: string) => `Los libros se verificaron el ${when} y son correctos.`,
    wrong: (when: string) => ({
      says: `Los libros se verificaron el ${when} y no eran correctos.`,
      advice: 'Ejecuta npm run verify-ledger y lee «Checking the books» en docs/operations.md.',
    }),
    never: {
      says: 'Los libros aún no se han verificado desde esta carpeta de datos.',
      advice: 'Ejecuta npm run verify-ledger.',
    },
    old: (when: string) => ({
      says: `Los libros se verificaron por última vez el ${when}.`,
      advice: 'Ejecuta npm run verify-ledger cada semana.',
    }),
  },
  stuck: {
    well: 'Ninguna tarea ni confirmación está atascada.',
    some: (count: number) => ({
      says: count === 1 ? 'Una tarea está atascada.' : `${count} tareas están atascadas.`,
      advice: 'Un gerente decide con /staff stuck list.',
    }),
  },
  backup: {
    well: (when: string) => `La última copia de seguridad es del ${when} y se puede leer.`,
    none: {
      says: 'No hay ninguna copia de seguridad en la carpeta de datos.',
      advice:
        'Ejecuta npm run backup. El banco hará las siguientes por sí solo (BACKUP_EVERY_HOURS).',
    },
    old: (when: string) => ({
      says: `La última copia de seguridad es del ${when}.`,
      advice: 'Ejecuta npm run backup y revisa BACKUP_EVERY_HOURS.',
    }),
    unreadable: (why: string) => ({
      says: `La última copia de seguridad no sirve: ${why}`,
      advice: 'Ejecuta npm run backup y revisa el disco.',
    }),
  },
  copy: {
    well: (when: string) => `La última copia en la segunda carpeta es del ${when} y se puede leer.`,
    none: {
      says: 'La carpeta de BACKUP_TO no tiene ninguna copia.',
      advice: 'Comprueba que el banco puede escribir en ella.',
    },
    old: (when: string) => ({
      says: `La última copia en la segunda carpeta es del ${when}.`,
      advice: 'Revisa la carpeta de BACKUP_TO y su disco.',
    }),
    unreadable: (why: string) => ({
      says: `La última copia en la segunda carpeta no sirve: ${why}`,
      advice: 'Revisa el disco de la carpeta de BACKUP_TO.',
    }),
  },
  drill: {
    well: (when: string) =>
      `El ${when} se restauró una copia de prueba y sus libros eran correctos.`,
    never: {
      says: 'Nunca se ha probado a restaurar una copia de seguridad.',
      advice: 'Ejecuta npm run drill o define RESTORE_CHECK_DAYS.',
    },
    old: (when: string) => ({
      says: `La última restauración de prueba es del ${when}.`,
      advice: 'Ejecuta npm run drill.',
    }),
    wrong: (file: string) => ({
      says: `Los libros de la copia ${file} son incorrectos.`,
      advice: 'Ejecuta npm run drill para ver el motivo y conserva las copias anteriores.',
    }),
    refused: {
      says: 'El banco no puede crear un esquema para probar la restauración.',
      advice: 'Ejecuta npm run drill: muestra el permiso que falta al usuario de la base de datos.',
    },
  },
};

const mail = {
  well: (server: string) => `El servidor de correo ${server} acepta los correos del banco.`,
  none: {
    says: 'No hay servidor de correo: el banco no envía correos, tampoco para contraseñas olvidadas.',
    advice: 'Configura SMTP_URL.',
  },
  refused: (server: string, code: string) => ({
    says: `El servidor de correo ${server} no acepta los correos del banco (${code}).`,
    advice: 'Corrige SMTP_URL o pregunta al operador del servidor de correo.',
  }),
};

export const doctor = {
  title: 'Estado del banco',
  summary: (counts: { readonly ok: number; readonly warning: number; readonly error: number }) =>
    `${counts.ok} en orden, ` +
    `${counts.warning} ${counts.warning === 1 ? 'aviso' : 'avisos'}, ` +
    `${counts.error} ${counts.error === 1 ? 'error' : 'errores'}.`,
  levels: { ok: 'en orden', warning: 'aviso', error: 'error' },
  failed: (check: string, why: string) => ({
    says: `No se pudo hacer la comprobación ${check}: ${why}`,
    advice: 'Mira el registro e infórmalo si continúa.',
  }),
  machine,
  secrets,
  database,
  books,
  mail,
  page,
  discord,
};
