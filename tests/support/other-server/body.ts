/** Reads the body of a request: JSON, or a form with `payload_json` and files. */
import type { IncomingMessage } from 'node:http';
import { Refusal } from './refusal.ts';

export type Json = Readonly<Record<string, unknown>>;

export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Body {
  readonly json: unknown;
  /** By the number in `files[0]`. */
  readonly files: ReadonlyMap<number, Upload>;
}

const requestBytesMax = 25 * 1024 * 1024;
const fileBytesMax = 10 * 1024 * 1024;
const filesMax = 10;

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The objects in a list; none if it is no list. */
export const objectsIn = (value: unknown): readonly Json[] =>
  Array.isArray(value) ? value.filter(isJson) : [];

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Refusal(400, 50_109, 'The request body contains invalid JSON.');
  }
}

async function formOf(type: string, bytes: Buffer): Promise<Body> {
  const form = await new Response(new Uint8Array(bytes), {
    headers: { 'content-type': type },
  }).formData();
  const files = new Map<number, Upload>();
  let json: unknown = {};
  for (const [name, value] of form) {
    const number = /^files\[(\d+)\]$/.exec(name)?.[1];
    if (typeof value === 'string') {
      if (name !== 'payload_json') throw new Refusal(400, 50_035, `Unknown field ${name}`);
      json = parse(value);
    } else if (number !== undefined) {
      files.set(Number(number), {
        name: value.name,
        bytes: new Uint8Array(await value.arrayBuffer()),
      });
    }
  }
  const isTooLarge = [...files.values()].some((file) => file.bytes.length > fileBytesMax);
  if (isTooLarge || files.size > filesMax) {
    throw new Refusal(413, 40_005, 'Request entity too large');
  }
  return { json, files };
}

export async function readBody(request: IncomingMessage): Promise<Body> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > requestBytesMax) throw new Refusal(413, 40_005, 'Request entity too large');
    parts.push(part);
  }
  const bytes = Buffer.concat(parts);
  if (bytes.length === 0) return { json: undefined, files: new Map() };
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/form-data')) return formOf(type, bytes);
  if (!type.startsWith('application/json')) {
    throw new Refusal(400, 50_035, `A body of the type ${type}`);
  }
  return { json: parse(bytes.toString('utf8')), files: new Map() };
}
