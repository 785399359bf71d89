/** The door of the room `payments`: what other rooms and the bank use of it. */
export { createPaymentActs, type PastPayment, type PaymentActsService } from './acts.ts';
export { createPayments, type PaymentsService } from './payments.ts';
