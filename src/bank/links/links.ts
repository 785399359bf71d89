/**
 * One-time links to the bank's page. A link belongs to one Discord user and to the first browser
 * that opens it, and serves one form once. To open it alone changes nothing in the bank.
 */
import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import type { Pool } from '../../db/pool.ts';
import { withTransaction } from '../../db/transaction.ts';
import { minuteMs } from '../../lib/durations.ts';
import type { IdSource } from '../../lib/ids.ts';
import { bad, good, type Result } from '../../lib/result.ts';
import { type Keys, opened, seal } from '../keys/index.ts';
import type * as m from '../model/index.ts';
import * as store from './store/links.ts';

export const linkLiveMs = 10 * minuteMs;
const openMax = 5;
const secretBytes = 32;
/** Without letters and digits that look alike. */
const matchSymbols = 'ABCDEFGHJKMNPRSTUVWXYZ23456789';

export interface PageLink {
  readonly id: bigint;
  readonly discordUserId: m.DiscordUserId;
  /** Shown in the chat and on the page, so that a forwarded link is noticed. */
  readonly matchCode: string;
  /** 32 random bytes; new after each refusal. */
  readonly challenge: Buffer;
  /** What the bot stored with it. */
  readonly content: string;
  readonly expiresAt: Date;
}

export interface IssuedLink {
  /** 43 characters of base64url. It is nowhere stored. */
  readonly token: string;
  readonly matchCode: string;
}

/** ELSEWHERE: another browser opened it first. USED: its form was sent. */
export type LinkRefusal = 'UNKNOWN' | 'EXPIRED' | 'USED' | 'ELSEWHERE';
type Found = Result<PageLink, LinkRefusal>;

/** All throw BANK_BUSY. `browser` is the secret that the page stores in the browser. */
export interface LinksService {
  /** Ten minutes by the database's clock. A person has at most five; older ones are ended. */
  issue(link: {
    readonly discordUserId: m.DiscordUserId;
    readonly content: string;
  }): Promise<IssuedLink>;
  /** Binds the link to the browser, if none has opened it. */
  open(token: string, browser: string): Promise<Found>;
  /** A link that was refused, so that its owner is notified; null from the second time on. */
  refusedOnce(token: string): Promise<PageLink | null>;
  find(id: bigint, browser: string): Promise<Found>;
  /** For one answer; of two at the same time, one is refused as USED. */
  take(id: bigint, browser: string): Promise<Found>;
  /** The answer was refused and may be given again, with a new challenge. */
  release(id: bigint): Promise<void>;
  finish(id: bigint): Promise<void>;
}

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();
const placeOf = (id: bigint): string => `page_links/${id}`;

function newMatchCode(): string {
  const symbols = Array.from({ length: 4 }, () => matchSymbols[randomInt(matchSymbols.length)]);
  return `${symbols.slice(0, 2).join('')}-${symbols.slice(2).join('')}`;
}

function refusalOf(row: store.LinkRow, browser: string): LinkRefusal | null {
  const { browserHash, state, isExpired } = row;
  if (browserHash !== null && !timingSafeEqual(browserHash, hashOf(browser))) return 'ELSEWHERE';
  if (state !== 'OPEN') return 'USED';
  if (isExpired) return 'EXPIRED';
  return browserHash === null ? 'UNKNOWN' : null;
}

export function createLinks(tools: {
  readonly pool: Pool;
  readonly nextId: IdSource;
  readonly keys: Keys;
}): LinksService {
  const { pool, nextId, keys } = tools;
  /** Null where the content was sealed with another key, or changed in the database. */
  const linkOf = (row: store.LinkRow): PageLink | null => {
    const { id, discordUserId, matchCode, challenge, expiresAt } = row;
    const content = opened(keys.conversations, row.sealed, placeOf(id))?.toString();
    if (content === undefined) return null;
    return { id, discordUserId, matchCode, challenge, expiresAt, content };
  };
  const read = (row: store.LinkRow | null, browser: string): Found => {
    if (row === null) return bad('UNKNOWN');
    const refusal = refusalOf(row, browser);
    if (refusal !== null) return bad(refusal);
    const link = linkOf(row);
    return link === null ? bad('UNKNOWN') : good(link);
  };
  return {
    issue: async ({ discordUserId, content }) => {
      const id = nextId();
      const token = randomBytes(secretBytes).toString('base64url');
      const matchCode = newMatchCode();
      const sealed = seal(keys.conversations, Buffer.from(content), placeOf(id));
      const challenge = randomBytes(secretBytes);
      const secret = { tokenHash: hashOf(token), challenge, sealed };
      const link = { id, discordUserId, matchCode, ...secret, liveMs: linkLiveMs };
      await withTransaction(pool, async (tx) => {
        await store.insertLink(tx, link);
        await store.endSurplusOf(tx, discordUserId, openMax);
      });
      return { token, matchCode };
    },
    open: async (token, browser) => {
      const row = await store.findByToken(pool, hashOf(token));
      if (row === null) return bad('UNKNOWN');
      if (row.browserHash === null) await store.bindLink(pool, row.id, hashOf(browser));
      const bound = await store.findLink(pool, row.id);
      // It expired before a browser opened it.
      if (bound?.browserHash === null) return bad(bound.state === 'OPEN' ? 'EXPIRED' : 'USED');
      return read(bound, browser);
    },
    refusedOnce: async (token) => {
      const row = await store.findByToken(pool, hashOf(token));
      if (row === null || !(await store.warnOfLink(pool, row.id))) return null;
      return linkOf(row);
    },
    find: async (id, browser) => read(await store.findLink(pool, id), browser),
    take: async (id, browser) => {
      const found = read(await store.findLink(pool, id), browser);
      if (!found.ok) return found;
      return (await store.takeLink(pool, id, hashOf(browser))) ? found : bad('USED');
    },
    release: async (id) => store.releaseLink(pool, id, randomBytes(secretBytes)),
    finish: async (id) => store.finishLink(pool, id),
  };
}
