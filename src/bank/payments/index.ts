/** The door of the room `payments`: what other rooms and the bank use of it. */
export { createPayments, type PaymentsService } from './payments.ts';
