/** The PDF is well-formed, shows what is booked, and is the same for the same statement. */
import { describe, expect, test } from 'vitest';
import type { StatementLine } from '../../../src/bank/index.ts';
import { pdfStatement } from '../../../src/documents/index.ts';
import { inLanguage } from '../../../src/words/index.ts';
import { bytesOf, isInstalled, newFolder, run, write } from '../../support/judges/programs.ts';
import { randomStatement } from '../../support/statements.ts';

const folder = newFolder();
const pdf = async (seed: number, language = 'en'): Promise<Buffer> =>
  inLanguage(language, async () => bytesOf(pdfStatement(randomStatement(seed), 'Passbook')));

async function linesOf(seed: number): Promise<StatementLine[]> {
  const all: StatementLine[] = [];
  for await (const lines of randomStatement(seed).lines()) all.push(...lines);
  return all;
}

describe('a statement as PDF', () => {
  test('is the same bytes for the same statement', async () => {
    expect((await pdf(3)).equals(await pdf(3))).toBe(true);
  });

  test.skipIf(!isInstalled('qpdf'))('is well-formed in each language', async () => {
    for (const [seed, language] of ['en', 'de', 'fr', 'es-ES', 'ja'].entries()) {
      const path = await inLanguage(language, async () =>
        write(folder, `${language}.pdf`, pdfStatement(randomStatement(seed), 'Passbook')),
      );
      expect(run('qpdf', '--check', path)).toContain('No syntax or stream encoding errors');
    }
  });

  test.skipIf(!isInstalled('pdfinfo'))('is tagged, with its language', async () => {
    const path = await inLanguage('fr', async () =>
      write(folder, 'tagged.pdf', pdfStatement(randomStatement(6), 'Passbook')),
    );
    expect(run('pdfinfo', path)).toMatch(/^Tagged: +yes$/m);
    const structure = run('pdfinfo', '-struct-text', path);
    for (const part of ['Document', 'H1', 'Table', 'TR', 'TH', 'TD']) {
      expect(structure).toMatch(new RegExp(`^ *${part}\\b`, 'm'));
    }
    const rows = (await linesOf(6)).length + 2;
    expect(structure.match(/^ *TR\b/gm)).toHaveLength(rows);
    expect(run('qpdf', '--qdf', path, '-')).toContain('/Lang (fr)');
  });

  test.skipIf(!isInstalled('pdftotext'))(
    'has every entry, and names in other scripts',
    async () => {
      for (const seed of [2, 4]) {
        const path = await write(
          folder,
          `${seed}.pdf`,
          pdfStatement(randomStatement(seed), 'Passbook'),
        );
        const text = run('pdftotext', '-layout', path, '-');
        for (const { reference, day } of await linesOf(seed)) {
          expect(text).toContain(reference);
          expect(text).toContain(day);
        }
        expect(text).toContain('Opening balance');
        expect(text.match(/Page \d+/g)?.length).toBe(text.split('\f').length - 1);
      }
      const text = run('pdftotext', `${folder}/4.pdf`, '-');
      expect(text).toContain('日本語のメモ');
      expect(text).toContain('한국어 메모');
      expect(text).toContain('שלום עולם');
    },
  );
});
