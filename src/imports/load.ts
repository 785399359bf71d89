/** Reads the file or folder of an order from disk, with its fingerprint. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv } from './csv.ts';
import { decimalText } from './decimal.ts';
import { type PlayerFile, readEssentials, readLinks } from './essentials.ts';
import type { ImportOrder } from './order.ts';
import { readRed } from './red.ts';
import type { Found } from './source.ts';
import { readUnbelievaboat } from './unbelievaboat.ts';

export interface LoadedFile {
  readonly found: Found;
  /** SHA-256 of the file, or of all files of the folder. */
  readonly sha256: Buffer;
  /** People are imported once per source: the kind, the server and the label. */
  readonly source: string;
}

const textAt = (path: string | null): string | null =>
  path === null ? null : readFileSync(path, 'utf8');

/** One file at a time, in the order of their names. */
function* playerFiles(folder: string, hash: (content: string) => void): Generator<PlayerFile> {
  const names = readdirSync(folder).filter((name) => /\.yml$/i.test(name));
  for (const name of names.sort()) {
    const text = readFileSync(join(folder, name), 'utf8');
    hash(`${name}\n${text.length}\n${text}`);
    yield { name, text };
  }
}

function foundIn(order: ImportOrder, hash: (content: string) => void): Found {
  const { source, path } = order;
  const defaultBalance = order.defaultBalance && decimalText(order.defaultBalance);
  if (source === 'essentials') {
    const links = readLinks(textAt(order.links) ?? '');
    return readEssentials(playerFiles(path, hash), { links, defaultBalance });
  }
  const text = readFileSync(path, 'utf8');
  hash(text);
  if (source === 'unbelievaboat') return readUnbelievaboat(text);
  if (source === 'csv') return readCsv(text);
  const members = textAt(order.members);
  return readRed(text, { guild: order.guild, members, defaultBalance });
}

/** Throws ImportFileError, and the errors of the file system. */
export function loadFile(order: ImportOrder): LoadedFile {
  const hash = createHash('sha256');
  const found = foundIn(order, (content) => hash.update(content));
  const source = [order.source, found.guild, order.label].filter((part) => part !== null).join(':');
  return { found, sha256: hash.digest(), source };
}
