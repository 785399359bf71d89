/**
 * Descriptions and form titles of each command, by its path. Every file below `commands/` has a row
 * here. Descriptions end without a full stop.
 */
import type { CommandText } from '../text/shapes.ts';
import { accountCommands } from './common/own-accounts.ts';
import { feeCommands } from './common/fees.ts';
import { interestCommands } from './common/interest.ts';
import { limitCommands } from './common/limits.ts';
import { potCommands } from './common/pots.ts';
import { sharedCommands } from './shared/index.ts';
import { orderCommands } from './orders/forms.ts';
import { requestCommands } from './requests.ts';
import { setupCommands } from './common/setup.ts';

const customers = {
  'account access-log': {
    description: 'Consulta qué personal del banco ha visto o cambiado tu cuenta',
  },
  ask: { description: 'Pregunta al banco con tus propias palabras', title: 'Pregunta al banco' },
  balance: { description: 'Consulta tu saldo', title: 'Saldo en un momento' },
  deposit: { description: 'Deposita dinero en tu cuenta', title: 'Depositar dinero' },
  'forgot-password': {
    description: 'Restablece tu contraseña',
    title: 'Encuentra tu cuenta',
    second: { button: 'Escribir el código', title: 'Contraseña nueva' },
  },
  help: { description: 'Consulta qué comandos puedes usar' },
  history: { description: 'Consulta tus movimientos', title: 'Filtrar movimientos' },
  inbox: { description: 'Lee todos los avisos del banco' },
  language: {
    description: 'Elige el idioma en que te escribe el banco',
    title: 'Tu idioma',
  },
  lock: { description: 'Bloquea tu cuenta para que no pueda salir dinero' },
  login: { description: 'Inicia sesión en tu cuenta', title: 'Iniciar sesión' },
  logout: { description: 'Cierra la sesión' },
  pay: { description: 'Envía dinero a un miembro', title: 'Enviar dinero' },
  'payee add': {
    description: 'Guarda una cuenta con un apodo',
    title: 'Guardar un beneficiario',
  },
  'payee list': { description: 'Mira las cuentas que has guardado' },
  'payee remove': {
    description: 'Quita un beneficiario guardado',
    title: 'Quitar un beneficiario',
  },
  'payee rename': {
    description: 'Cambia el apodo de un beneficiario guardado',
    title: 'Renombrar un beneficiario',
  },
  notices: {
    description: 'Elige cómo y cuándo te avisa el banco',
    title: 'Cómo se te avisa',
  },
  'privacy erase': {
    description: 'Cierra tu cuenta para siempre y borra tus datos personales',
    title: 'Borrar tus datos',
  },
  'privacy export': {
    description: 'Descarga los datos que el banco guarda sobre ti',
    title: 'Exportar tus datos',
  },
  'profile password': { description: 'Cambia tu contraseña', title: 'Contraseña nueva' },
  'profile recovery-codes': {
    description: 'Obtén códigos de recuperación nuevos; los anteriores dejan de valer',
    title: 'Códigos de recuperación nuevos',
  },
  'profile update': {
    description: 'Cambia tu nombre, correo electrónico o teléfono',
    title: 'Tus datos',
    second: { button: 'Escribir el código', title: 'Confirma tu correo' },
  },
  'profile view': { description: 'Consulta tus datos personales' },
  register: {
    description: 'Abre una cuenta en este banco',
    title: 'Tus datos',
    second: { button: 'Elegir contraseña', title: 'Tu contraseña' },
  },
  security: {
    description: 'Configura una app de autenticación, obtén códigos o bloquea tu cuenta',
    second: { button: 'Escribir el código', title: 'Código de tu app' },
  },
  session: { description: 'Consulta tu sesión actual y las recientes' },
  receipt: { description: 'Obtén el recibo de un pago', title: 'Recibo' },
  verify: { description: 'Comprueba si un recibo es auténtico', title: 'Comprobar un recibo' },
  'prove balance': {
    description: 'Obtén una prueba de que tu saldo está en el total publicado',
  },
  'prove payment': {
    description: 'Obtén una prueba de un pago que cualquiera puede comprobar',
    title: 'Probar un pago',
  },
  statement: {
    description: 'Descarga un extracto de tu cuenta',
    title: 'Extracto de cuenta',
  },
  transfer: { description: 'Envía dinero a otra cuenta', title: 'Enviar dinero' },
  unlock: { description: 'Desbloquea tu cuenta', title: 'Desbloquear tu cuenta' },
  withdraw: { description: 'Retira dinero de tu cuenta', title: 'Retirar dinero' },
} satisfies Record<string, CommandText>;

const staff = {
  'staff adjust': {
    description: 'Corrige un saldo; los importes grandes requieren otro gerente',
    title: 'Ajustar un saldo',
  },
  'staff approvals list': {
    description: 'Consulta las solicitudes que debe aprobar una segunda persona',
  },
  'staff audit': {
    description: 'Lee el registro de auditoría: quién hizo qué, a quién, cuándo y por qué',
    title: 'Filtrar el registro de auditoría',
  },
  'staff customer find': {
    description: 'Busca un cliente por número de cuenta, teléfono, correo, nombre o miembro',
    title: 'Buscar un cliente',
  },
  'staff customer freeze': {
    description: 'Congela una cuenta para que no pueda salir dinero',
    title: 'Congelar una cuenta',
  },
  'staff customer relink': {
    description: 'Pide a otro gerente que vincule una cuenta a otro usuario de Discord',
    title: 'Vincular una cuenta a otro usuario',
    done: {
      title: 'Cuenta vinculada',
      sentence: 'La cuenta ya está vinculada al nuevo usuario de Discord.',
    },
  },
  'staff customer unfreeze': {
    description: 'Pide a otra persona del banco que descongele una cuenta',
    title: 'Descongelar una cuenta',
    done: {
      title: 'Cuenta descongelada',
      sentence: 'Ya puede volver a salir dinero de la cuenta.',
    },
  },
  'staff customer unlock': {
    description: 'Quita el bloqueo que ha puesto el titular',
    title: 'Desbloquear una cuenta',
  },
  'staff customer view': {
    description: 'Consulta la cuenta de un cliente',
    title: 'Ver un cliente',
  },
  'staff deposit': {
    description: 'Deposita dinero en la cuenta de un cliente',
    title: 'Depositar para un cliente',
  },
  'staff doctor': {
    description: 'Revisa ajustes, base de datos, secretos, copias, correo y Discord',
  },
  'staff report': {
    description: 'Consulta clientes, depósitos, movimiento diario y balance de comprobación',
  },
  'staff reverse': {
    description: 'Anula una operación; los importes grandes requieren otro gerente',
    title: 'Anular una operación',
  },
  'staff role grant': {
    description: 'Asigna a un miembro un rol en el banco',
    title: 'Asignar un rol',
    done: {
      title: 'Rol asignado',
      sentence: 'El rol ya está activo. `/help` muestra los comandos que permite.',
    },
  },
  'staff role list': { description: 'Consulta el personal del banco y sus roles' },
  'staff role revoke': {
    description: 'Quita a un miembro su rol en el banco',
    title: 'Quitar un rol',
  },
  'staff statement': {
    description: 'Descarga un extracto de la cuenta de un cliente',
    title: 'Extracto de un cliente',
  },
  'staff stuck list': {
    description: 'Consulta las confirmaciones y tareas que no se pudieron completar',
  },
  'staff withdraw': {
    description: 'Retira dinero de la cuenta de un cliente',
    title: 'Retirar para un cliente',
  },
} satisfies Record<string, CommandText>;

export const commands = {
  ...customers,
  ...accountCommands,
  ...potCommands,
  ...limitCommands,
  ...sharedCommands,
  ...feeCommands,
  ...interestCommands,
  ...orderCommands,
  ...requestCommands,
  ...setupCommands,
  ...staff,
};
