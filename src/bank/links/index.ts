/** What other rooms and the bank use of the room `links`. */
export {
  createLinks,
  type IssuedLink,
  type LinkRefusal,
  type LinksService,
  linkLiveMs,
  type PageLink,
} from './links.ts';
export { pruneLinks } from './store/links.ts';
