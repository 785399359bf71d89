/** The offline verifier with files that are given as texts. */
import { utf8 } from '../../src/records/base/bytes.ts';
import { verifyFiles } from '../../src/verifier/verify.ts';

export interface TextFile {
  readonly name: string;
  readonly text: string;
}

export const verifyTexts = async (files: readonly TextFile[]) =>
  verifyFiles(files.map(({ name, text }) => ({ name, bytes: utf8(text) })));
