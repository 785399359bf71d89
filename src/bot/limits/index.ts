/** A customer's own limits, for command files. */
export { limitQuestion, limitSetReply, limitsReply } from './cards.ts';
export { limitAmountField, limitPeriodField, periodToken } from './fields.ts';
