/** The bank's own page, where secrets are typed. */
export type { Desk } from './web/desk.ts';
export { type PageServer, servePage } from './server.ts';
