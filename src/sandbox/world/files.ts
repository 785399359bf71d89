/** Files attached by people and the bot, served under `/cdn`. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIAttachment } from 'discord-api-types/v10';
import type { FileRow, MessageRow } from './rows.ts';
import type { World } from './world.ts';

/** Limit for all files together; the oldest are removed first. */
const totalBytesMax = 256 * 1024 * 1024;

export interface Upload {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

export class Files {
  readonly #world: World;
  readonly #folder: string | null;
  readonly #inMemory = new Map<string, Uint8Array>();
  readonly #baseUrl: () => string;
  #totalBytes: number;

  constructor(options: {
    readonly world: World;
    readonly folder: string | null;
    /** `http://127.0.0.1:PORT` */
    readonly baseUrl: () => string;
  }) {
    this.#world = options.world;
    this.#baseUrl = options.baseUrl;
    this.#folder = options.folder === null ? null : join(options.folder, 'files');
    this.#totalBytes = this.#rows().reduce((sum, row) => sum + row.size, 0);
  }

  add(upload: Upload): FileRow {
    const id = this.#world.ids.next();
    const row: FileRow = {
      id,
      name: safeName(upload.name),
      contentType: upload.contentType,
      size: upload.bytes.byteLength,
    };
    if (this.#folder === null) this.#inMemory.set(id, upload.bytes);
    else {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      writeWhole(join(this.#folder, id), upload.bytes);
    }
    this.#world.store.put('files', id, row);
    this.#totalBytes += row.size;
    while (this.#totalBytes > totalBytesMax && this.#rows().length > 1) this.#dropOldest();
    return row;
  }

  row(id: string): FileRow | undefined {
    return this.#world.store.get('files', id);
  }

  read(id: string): { readonly row: FileRow; readonly bytes: Uint8Array } | null {
    const row = this.row(id);
    if (!row) return null;
    if (this.#folder === null) {
      const bytes = this.#inMemory.get(id);
      return bytes ? { row, bytes } : null;
    }
    try {
      return { row, bytes: readFileSync(join(this.#folder, id)) };
    } catch {
      return null;
    }
  }

  urlOf(row: FileRow, channelId: string): string {
    return `${this.#baseUrl()}/cdn/attachments/${channelId}/${row.id}/${encodeURIComponent(row.name)}`;
  }

  attachmentOf(
    row: FileRow,
    more: {
      readonly channelId: string;
      readonly description?: string;
      readonly ephemeral: boolean;
    },
  ): APIAttachment {
    const url = this.urlOf(row, more.channelId);
    return {
      id: row.id,
      filename: row.name,
      size: row.size,
      url,
      proxy_url: url,
      content_type: row.contentType,
      ...(more.description !== undefined && { description: more.description }),
      ...(more.ephemeral && { ephemeral: true }),
    };
  }

  /** Updates the links in stored messages to the current port. */
  moveTo(port: number): void {
    const { meta } = this.#world;
    if (meta.port === port) return;
    const old = `http://127.0.0.1:${meta.port}/cdn/`;
    const now = `http://127.0.0.1:${port}/cdn/`;
    for (const row of this.#world.store.all('messages')) {
      const text = JSON.stringify(row);
      if (!text.includes(old)) continue;
      this.#world.messages.put(JSON.parse(text.replaceAll(old, now)) as MessageRow);
    }
    this.#world.meta = { ...meta, port };
  }

  #rows(): FileRow[] {
    return this.#world.store.all('files');
  }

  #dropOldest(): void {
    const [oldest] = this.#rows();
    if (!oldest) return;
    this.#world.store.delete('files', oldest.id);
    this.#totalBytes -= oldest.size;
    if (this.#folder === null) this.#inMemory.delete(oldest.id);
    else rmSync(join(this.#folder, oldest.id), { force: true });
  }
}

/** Writes the whole file, or removes it on an error. */
function writeWhole(path: string, bytes: Uint8Array): void {
  try {
    writeFileSync(path, bytes, { mode: 0o600 });
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  }
}

/** Discord keeps only letters, digits, dots, dashes and underscores of a file's name. */
function safeName(name: string): string {
  const last = name.split(/[\\/]/).pop() ?? '';
  const safe = last.replace(/\s+/g, '_').replace(/[^\p{L}\p{N}._-]/gu, '');
  return safe.replace(/^\.+/, '').slice(0, 260) || 'file';
}
