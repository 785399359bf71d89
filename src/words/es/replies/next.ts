/** Los botones de los próximos pasos, y lo que se dice cuando algo continúa. */
import { limitSteps } from '../common/limits.ts';
import { potSteps } from '../common/pots.ts';
import { sharedSteps } from '../shared/index.ts';
import { joined, type Markup, md, written } from '../../text/markup.ts';

export const next = {
  open: {
    balance: 'Saldo',
    accounts: 'Tus cuentas',
    ...potSteps,
    ...limitSteps,
    ...sharedSteps,
    mainAccount: 'Cuenta principal',
    deposit: 'Depositar',
    history: 'Historial',
    payees: 'Tus beneficiarios',
    orders: 'Órdenes permanentes',
    newOrder: 'Nueva orden permanente',
    send: 'Enviar dinero',
    withdraw: 'Retirar',
    requests: 'Solicitudes',
    blocks: 'Personas elegidas',
    help: 'Qué puedes hacer',
    logins: 'Tus sesiones',
    unlock: 'Desbloquear',
    newPassword: 'Olvidé mi contraseña',
    profile: 'Tus datos',
    changeDetails: 'Cambiar datos',
    security: 'Seguridad',
    findCustomer: 'Buscar un cliente',
    viewCustomer: 'Ver cliente',
    customerRequests: 'Solicitudes del cliente',
    freeze: 'Congelar la cuenta',
    adjust: 'Ajustar un saldo',
    approvals: 'Solicitudes abiertas',
    stuck: 'Solicitudes atascadas',
    roles: 'Personal',
  },
  goOn: 'Continuar',
  check: 'Comprobar ahora',
  invite: 'Pedirle que abra una cuenta',
  staff: 'Preguntar al personal',
  amount: (isTransfer: boolean, sum: string): string =>
    isTransfer ? `Enviar ${sum}` : `Retirar ${sum}`,
  depositSum: (sum: string): string => `Depositar ${sum}`,
  depositFirst: 'Deposita aquí lo que falta y el pago seguirá.',
  resumeExpired:
    'Lo que escribiste es demasiado antiguo para seguir solo. Revísalo antes de continuar.',
  invitation: {
    title: (bankName: string): string => `¿Una cuenta en ${bankName}?`,
    sentence: (member: Markup): Markup =>
      joined(
        [
          md`${member}, un miembro de este servidor quiere pagarte.`,
          written('Abrir una cuenta lleva dos minutos.'),
        ],
        ' ',
      ),
    direct: (payer: Markup): Markup =>
      md`${payer} quiere pagarte. Abrir una cuenta lleva dos minutos.`,
  },
  invited: {
    title: 'Se lo hemos pedido',
    sentence: 'Cuando haya abierto una cuenta, inténtalo de nuevo. No se ha movido nada.',
  },
  reachStaff: {
    title: 'Cómo contactar con el personal',
    sentence: (bankName: string): string =>
      `Escribe a las personas que llevan ${bankName} en este servidor. Dales el código o la referencia ` +
      'de tu mensaje y las cuatro últimas cifras de tu número de cuenta. Nunca necesitan tu ' +
      'contraseña ni tus códigos.',
  },
};
