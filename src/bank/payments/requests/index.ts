/** What the rest of the room and the bank use of requests. */
export { dueLinkKind, payableDues } from './payable.ts';
export type { RequestsService } from './offered.ts';
export { createRequests } from './service.ts';
export {
  cancelForAsker,
  findParties,
  partiesOf,
  type RequestsOf,
  requestsOf,
  requestView,
} from './control.ts';
export type { BlockedAsker } from './store/payers.ts';
export { markExpiredDues } from './store/dues.ts';
export { exportedRequests } from './exported.ts';
export { requestSources } from './sources.ts';
export { accountOfDue } from './store/due-views.ts';
