/** The door of the room `payments`: what other rooms and the bank use of it. */
export { createPaymentActs, type PastPayment, type PaymentActsService } from './acts.ts';
export * from './requests/index.ts';
export { createPayments, type PaymentsService } from './payments.ts';
export {
  createPayees,
  type KnownPayees,
  type PayeesService,
  type SavedPayee,
} from './payees/payees.ts';
export { createOwnAccounts } from './own-accounts/own-accounts.ts';
export type { NewOwnAccount, OwnAccountsService } from './own-accounts/service.ts';
export { createPots } from './pots/pots.ts';
export type {
  NewPot,
  PotLocking,
  PotMove,
  PotsService,
  RoundUps,
  RoundUpsWanted,
  SharedPots,
} from './pots/service.ts';
export {
  createLimits,
  type LimitChange,
  type LimitsService,
  type OwnLimits,
  type WantedLimit,
} from './limits/limits.ts';
export { createFees, feeSources, type FeesService } from './fees/fees.ts';
export { announcements, enqueueAnnouncement } from './announcing.ts';
export { interestCrediting } from './interest/crediting.ts';
export { createInterest, interestSources, type InterestService } from './interest/interest.ts';
export { insertRate, readRates } from './interest/store/rates.ts';
export { exportedOf } from './exported.ts';
export { payeeSources } from './payees/notices.ts';
export type { Target } from './payees/targets.ts';
export type { OrderAct, OrderControl } from './orders/control.ts';
export { orderSources } from './orders/messages.ts';
export { createOrders } from './orders/orders.ts';
export type { NewOrder, OrdersService, OrderTerms, ResumedOrder } from './orders/service.ts';
