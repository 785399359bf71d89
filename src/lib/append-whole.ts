import { fstatSync, ftruncateSync, writeSync } from 'node:fs';

/**
 * Appends the whole text or nothing: if the disk fills up in the middle, the file is cut back to
 * its old length. Throws the system's error.
 */
export function appendWhole(file: number, text: string): void {
  const bytes = Buffer.from(text);
  const { size, isFile } = sizeOf(file);
  try {
    let written = 0;
    while (written < bytes.length) {
      const at = isFile ? size + written : null;
      written += writeSync(file, bytes, written, bytes.length - written, at);
    }
  } catch (error) {
    if (isFile) ftruncateSync(file, size);
    throw error;
  }
}

function sizeOf(file: number): { readonly size: number; readonly isFile: boolean } {
  const found = fstatSync(file);
  return { size: found.size, isFile: found.isFile() };
}
