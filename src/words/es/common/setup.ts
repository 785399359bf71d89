/** `/setup`: comando, campos, opciones, rechazos y tarjetas. */
import type { ErrorData, SetupName } from '../../../bank/model/index.ts';
import { type Markup, md } from '../../text/markup.ts';
import { discord } from '../doctor/discord.ts';

export const setupCommands = {
  setup: {
    description: 'Configura el banco: canales del personal, moneda, depósitos',
    title: 'Configurar el banco',
  },
};

export const setupFields = {
  staffChannel: {
    label: 'Canal del personal',
    hint: 'Un canal de este servidor. Vacío: como está',
    example: '#staff',
  },
  logChannel: {
    label: 'Canal del registro',
    hint: 'Una línea por operación. -: ninguno. Vacío: como está',
    example: '#staff-log',
  },
  currencyName: { label: 'Moneda', hint: 'De 2 a 6 mayúsculas y cifras', example: 'GEM' },
  depositRule: {
    label: 'Depósitos',
    choices: {
      open: { label: 'Se anotan al momento' },
      approval: { label: 'Cuando los aprueba un cajero' },
    },
  },
};

export const setupOptions = {
  staffChannel: 'canal_personal',
  logChannel: 'canal_registro',
  currencyName: 'moneda',
  depositRule: 'depósitos',
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
    `Ese canal no existe en este servidor. ${nothing} ` +
    'Escribe su nombre como lo ves, por ejemplo #personal.',
  SEVERAL: (nothing) =>
    `Varios canales de este servidor se llaman así. ${nothing} Pega mejor el enlace del canal.`,
  KIND: (nothing) => `No es un canal de texto. ${nothing} Elige otro.`,
  NO_SERVER: (nothing) =>
    `El bot no está en este servidor. ${nothing} ` +
    'Invítalo con permiso para usar comandos y escribir.',
  AWAY: (nothing) => `Discord no respondió. ${nothing} Inténtalo de nuevo en un momento.`,
};

const ownerOnly =
  'Solo el propietario del banco puede configurarlo: el de la aplicación de Discord o ' +
  'un usuario de BANK_OWNER_IDS.';

export const setupSentences: SetupSentences = {
  SETUP_FORBIDDEN: (_, nothing) => `${ownerOnly} ${nothing}`,
  SETUP_FIXED: ({ setting }, nothing) =>
    `${setting} está en el entorno del banco, que tiene prioridad. ` +
    `${nothing} Quien opera el banco puede quitarlo allí.`,
  SETUP_CHANNEL: (data, nothing) => {
    if (data.why !== 'PERMISSIONS') return channels[data.why](nothing);
    const names = data.permissions.map((name) => discord.permissions[name]).join(', ');
    return (
      `Al bot le faltan permisos en este canal: ${names}. ${nothing} ` +
      'Dáselos en los ajustes del canal y pulsa *Editar*.'
    );
  },
  SETUP_SERVER: ({ why }, nothing) =>
    why === 'DIRECT'
      ? 'El servidor del personal es aquel en el que eliges ' +
        `sus canales. ${nothing} Usa \`/setup\` allí.`
      : 'Los depósitos que esperan a un cajero necesitan un ' +
        `canal del personal. ${nothing} Elige también uno.`,
  SETUP_CURRENCY: (_, nothing) =>
    `Ya hay operaciones en la moneda actual, así que su nombre no cambia. ${nothing}`,
};

export const setupNames: Readonly<Record<SetupName, string>> = {
  DISCORD_STAFF_GUILD_ID: 'Servidor del personal',
  DISCORD_STAFF_CHANNEL_ID: 'Canal del personal',
  DISCORD_STAFF_LOG_CHANNEL_ID: 'Canal del registro',
  BANK_CURRENCY: 'Moneda',
  DEPOSITS: 'Depósitos',
};

export const setup = {
  title: 'Configurar el banco',
  names: setupNames,
  notSet: 'sin definir',
  byOperator: 'definido por el operador',
  intro: 'Los cambios tardan unos segundos: el banco vuelve a abrir con ellos.',
  saved: {
    title: 'Guardado',
    sentence:
      'El banco vuelve a abrir con los nuevos ajustes. Esta tarjeta cambia cuando esté abierto.',
  },
  opened: 'El banco está abierto de nuevo',
  unchanged: 'Estos ajustes ya están en uso.',
  change: 'Cambiar',
  openAccount: 'Abrir una cuenta',
  left: {
    title: '**Lo que falta**',
    channel: 'Elige un canal del personal: usa `/setup` en el servidor de tu personal.',
    account: (register: Markup): Markup => md`Abre una cuenta para ti con ${register}.`,
    managers: (grant: Markup, count: string): Markup =>
      md`Nombra a dos gestores con ${grant}, en el servidor del personal: ${count} de 2.`,
    done: (register: Markup): Markup => md`Todo está listo. Los clientes empiezan con ${register}.`,
  },
};
