/** Reads request bodies: JSON, or multipart with files and a `payload_json`. */
import type { Upload } from '../world/files.ts';
import { bodyCharactersMax, type RequestRecord } from '../inspector/traffic.ts';
import type { Context } from './context.ts';
import { ApiError } from './errors.ts';

/** https://docs.discord.com/developers/reference#uploading-files */
const fileBytesMax = 10 * 1024 * 1024;
const filesMax = 10;

export interface NamedUpload extends Upload {
  /** The n of `files[n]`, which attachments refer to. */
  readonly index: string;
}

export interface RequestBody {
  readonly json: unknown;
  readonly uploads: readonly NamedUpload[];
}

export async function readBody(context: Context): Promise<RequestBody> {
  const type = context.header('content-type') ?? '';
  if (type.startsWith('multipart/form-data')) return readForm(context, type);
  const text = (await context.body()).toString('utf8');
  if (text === '') return { json: {}, uploads: [] };
  const json = parse(text);
  observeBody(context, { json, characters: text.length });
  return { json, uploads: [] };
}

async function readForm(context: Context, type: string): Promise<RequestBody> {
  const bytes = new Uint8Array(await context.body());
  const headers = { 'content-type': type };
  const form = await new Response(bytes, { headers }).formData().catch(() => {
    throw new ApiError('InvalidFormBody');
  });
  const uploads: NamedUpload[] = [];
  let json: unknown = {};
  let characters = 0;
  for (const [field, value] of form) {
    if (typeof value === 'string') {
      if (field === 'payload_json') json = parse(value);
      characters = value.length;
      continue;
    }
    if (value.size > fileBytesMax) throw new ApiError('FileTooLarge');
    uploads.push({
      index: /^files\[(\d+)\]$/.exec(field)?.[1] ?? `${uploads.length}`,
      name: value.name,
      contentType: value.type || 'application/octet-stream',
      bytes: new Uint8Array(await value.arrayBuffer()),
    });
  }
  const files = uploads.map(({ name, bytes }) => ({ name, size: bytes.byteLength }));
  observeBody(context, { json, characters }, files);
  if (uploads.length > filesMax) {
    const message = `Must be ${filesMax} or fewer in length.`;
    const path = ['attachments'];
    throw new ApiError('InvalidFormBody', [{ path, code: 'BASE_TYPE_MAX_LENGTH', message }]);
  }
  return { json, uploads };
}

/** Records the body for the inspector. */
function observeBody(
  { record }: Context,
  sent: { readonly json: unknown; readonly characters: number },
  files: RequestRecord['files'] = [],
): void {
  const { json, characters } = sent;
  const isTooLong = characters > bodyCharactersMax;
  record.sent = isTooLong ? { kind: 'too-long', characters } : { kind: 'json', json };
  record.files = files;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError('InvalidJson');
  }
}
