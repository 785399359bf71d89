/** The answer of `/help`, and the card in a server that the bot has joined. */
import { limitTopics } from './common/limits.ts';
import { potTopics } from './common/pots.ts';
import { sharedTopics } from './shared/index.ts';
import { md, written } from '../text/markup.ts';

export const help = {
  choose: 'Elige un tema',
  topics: {
    start: 'Primeros pasos',
    money: 'Dinero',
    payees: 'Pagar a conocidos',
    schedule: 'Órdenes permanentes',
    orders: 'Cambiar órdenes permanentes',
    accounts: 'Tus cuentas',
    ...potTopics,
    ...limitTopics,
    ...sharedTopics,
    records: 'Extractos y pruebas',
    requests: 'Pedir dinero',
    tables: 'Solicitudes: más',
    account: 'Tu cuenta',
    notices: 'Avisos',
    security: 'Seguridad',
    privacy: 'Tus datos',
    customers: 'Personal: clientes',
    counter: 'Personal: dinero',
    terms: 'Personal: comisiones e intereses',
    desk: 'Personal: aprobaciones e informes',
    customerOrders: 'Personal: órdenes permanentes',
    customerRequests: 'Personal: solicitudes de dinero',
    roles: 'Personal: roles',
  },
  /** For people without an account. */
  firstSteps: [
    written('Abre una cuenta: son dos formularios cortos.'),
    md`Ingresa dinero con ${written('`/deposit`')}.`,
    md`Paga a la gente de este servidor con ${written('`/transfer`')}.`,
  ],
  loggedOut: 'Inicia sesión para ver tu saldo y enviar dinero.',
  /** Sentences instead of commands. */
  write: 'También puedes escribir simplemente: “Envía 5 a Ben por la pizza”.',
  amounts: 'Importes: `12`, `12,50`, `1,5k`, `mitad`, `todo`.',
  staffServer: 'Los comandos del personal se usan en el servidor del personal.',
  private: 'Solo tú ves las respuestas del banco.',
  arrival: {
    title: (bankName: string): string => `${bankName} ya está aquí`,
    sentence:
      'Abre una cuenta y paga a la gente de este servidor. Solo tú ves las respuestas que ' +
      'te da el banco.',
    howItWorks: 'Cómo funciona',
  },
};
