/**
 * One request of a bot, and the ways to answer it. Uses Node's own objects, because a framework's
 * request objects took a seventh of the time.
 */
import type { IncomingMessage } from 'node:http';
import type { RequestRecord, Traffic } from '../inspector/traffic.ts';
import { ApiError } from './errors.ts';
import { idIssue } from './ids.ts';

export interface Answer {
  readonly status: number;
  /** Undefined if there is no body. */
  readonly json?: unknown;
  /** Instead of JSON: text, as from a proxy in front of Discord. */
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Everything below it is for bots. */
export const apiRoot = '/api';
/** Prefix of all routes; other versions have none. */
const apiPath = `${apiRoot}/v10`;

/** https://docs.discord.com/developers/reference#uploading-files, plus multipart borders. */
const bodyBytesMax = (25 * 1024 + 64) * 1024;

export class Context {
  readonly method: string;
  /** The path after `/api/v10` (whole if it has another prefix), still encoded, without query. */
  readonly path: string;
  /** The inspector's record of it. */
  readonly record: RequestRecord;
  /** Path parameters by name, set once the route is found. */
  params: Readonly<Record<string, string>> = {};
  readonly #incoming: IncomingMessage;
  readonly #query: string;
  readonly #isOfVersion: boolean;
  #body: Promise<Buffer> | null = null;

  constructor(incoming: IncomingMessage, traffic: Traffic) {
    const url = incoming.url ?? '';
    const isOfVersion = url.startsWith(`${apiPath}/`);
    const target = isOfVersion ? url.slice(apiPath.length) : url;
    const mark = target.indexOf('?');
    this.#incoming = incoming;
    this.method = incoming.method ?? 'GET';
    this.path = mark < 0 ? target : target.slice(0, mark);
    this.#query = mark < 0 ? '' : target.slice(mark);
    this.record = traffic.begin(this.method, target);
    this.#isOfVersion = isOfVersion;
  }

  /** For findings: `POST /api/v10/channels/7/messages`. */
  get shown(): string {
    return `${this.method} ${this.#isOfVersion ? apiPath : ''}${this.path}`;
  }

  header(name: 'authorization' | 'content-type' | 'x-discord-locale'): string | undefined {
    const value = this.#incoming.headers[name];
    return Array.isArray(value) ? value[0] : value;
  }

  query(name: string): string | undefined {
    return new URLSearchParams(this.#query).get(name) ?? undefined;
  }

  /** A boolean of the query, in any spelling Discord accepts; default false. */
  flag(name: string): boolean {
    const text = this.query(name)?.toLowerCase() ?? 'false';
    if (text === 'true' || text === '1') return true;
    if (text === 'false' || text === '0') return false;
    const message = 'Must be either true or false.';
    const issue = { path: [name], code: 'BOOLEAN_TYPE_CONVERT', message };
    throw new ApiError('InvalidFormBody', [issue]);
  }

  /** An id of the query. */
  queryId(name: string): string | undefined {
    const text = this.query(name);
    const issue = text === undefined ? null : idIssue(text, [name]);
    if (issue) throw new ApiError('InvalidFormBody', [issue]);
    return text;
  }

  /** The whole body, read once and then cached. Throws if it is too large. */
  body(): Promise<Buffer> {
    this.#body ??= readAll(this.#incoming);
    return this.#body;
  }

  /** Whether the bot disconnected before it had sent the whole request. */
  get isGone(): boolean {
    return this.#incoming.destroyed && !this.#incoming.complete;
  }

  json(json: unknown, status = 200): Answer {
    return { status, json };
  }

  empty(): Answer {
    return { status: 204 };
  }
}

function readAll(incoming: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    incoming.on('data', (chunk: Buffer) => {
      bytes += chunk.byteLength;
      if (bytes <= bodyBytesMax) chunks.push(chunk);
      else reject(new ApiError('RequestTooLarge'));
    });
    incoming.once('end', () => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)));
    incoming.once('close', () => reject(new Error('The request ended early')));
    if (Number(incoming.headers['content-length'] ?? 0) > bodyBytesMax) {
      reject(new ApiError('RequestTooLarge'));
    }
  });
}
