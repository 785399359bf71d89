/** Limits on the size of files, functions and lines. */
import { describe, expect, test } from 'vitest';
import { sourcesBelow, type Source } from '../support/source.ts';

const limits = {
  fileLines: 250,
  testFileLines: 400,
  functionLines: 70,
  lineColumns: 100,
  literalColumns: 120,
};
const product = sourcesBelow('src', 'commands');
const tests = sourcesBelow('tests');

const lines = (source: Source): string[] => source.text.trimEnd().split('\n');

const tooLong = (sources: readonly Source[], max: number): string[] =>
  sources
    .filter((source) => lines(source).length > max)
    .map((source) => `${source.path}: ${lines(source).length} lines`);

/** A function ends at the first closing brace with the indentation of its first line (Prettier). */
function longFunctions(source: Source): string[] {
  const code = source.code.split('\n');
  const opening =
    /^(\s*)(?:export )?(?:default )?(?:async )?(?:function\b|(?:const|let) \w+.*=>\s*[{(]$|(?:static |private |async |override |get |set |#)*\w+\(.*\{$|.*\)(?:: .*)?\s*(?:=>\s*)?\{$)/;
  const keyword = /^\s*(?:\}?\s*(?:if|for|while|switch|else|catch|do|try|return|class)\b|\}\s)/;
  return code.flatMap((line, start) => {
    const match = opening.exec(line);
    if (!match || keyword.test(line) || /\bdescribe\(/.test(line)) return [];
    const indent = match[1] ?? '';
    const end = code.findIndex(
      (other, index) => index > start && new RegExp(`^${indent}[})]`).test(other),
    );
    const length = end - start + 1;
    return length > limits.functionLines ? [`${source.path}:${start + 1}: ${length} lines`] : [];
  });
}

describe('sizes', () => {
  test(`files have at most ${limits.fileLines} lines, tests ${limits.testFileLines}`, () => {
    expect([
      ...tooLong(product, limits.fileLines),
      ...tooLong(tests, limits.testFileLines),
    ]).toEqual([]);
  });

  test(`functions have at most ${limits.functionLines} lines`, () => {
    expect(product.flatMap(longFunctions)).toEqual([]);
  });

  test(`lines have at most ${limits.lineColumns} columns, except one long literal or table row`, () => {
    // Rows of vocabulary are data: one row per line.
    const rows = /^src\/talk\/words\//;
    const code = product.filter(({ path }) => !rows.test(path));
    const wide = code.flatMap((source) => {
      const masked = source.code.split('\n');
      return lines(source).flatMap((line, index) => {
        const isComment = /^\s*(\/\/|\/?\*)/.test(line);
        // A blanked literal counts as one space, because it cannot be broken.
        const indent = line.length - line.trimStart().length;
        const rest = (masked[index] ?? '').slice(indent).replace(/ +/g, ' ').trim();
        const measured = isComment ? line : ' '.repeat(indent) + rest;
        const isExempt = isComment && /^\s*\* \||https?:\/\//.test(line);
        const isWide = !isExempt && [...measured].length > limits.lineColumns;
        return isWide || [...line].length > limits.literalColumns
          ? [`${source.path}:${index + 1}: ${[...line].length} columns`]
          : [];
      });
    });
    expect(wide).toEqual([]);
  });

  test('long files have a comment', () => {
    const silent = product
      .filter((source) => lines(source).length > 60 && !/^\s*(\/\*\*|\/\/|\/\*)/m.test(source.text))
      .map((source) => source.path);
    expect(silent).toEqual([]);
  });
});
