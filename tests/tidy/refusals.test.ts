/** Every refusal of the sandbox has a test. */
import { describe, expect, test } from 'vitest';
import { apiErrorCodes } from '../../src/sandbox/http/errors.ts';
import { sourcesBelow } from '../support/source.ts';

const tests = sourcesBelow('tests/sandbox')
  .map(({ text }) => text)
  .join('\n');
const refusing = sourcesBelow('src/sandbox/rules', 'src/sandbox/rest');

describe('every refusal has a test', () => {
  test('by its code', () => {
    // Written 50035 or 50_035.
    const written = (code: number) => `${code}`.replace(/(?=\d{3}$)/, '_?');
    const silent = apiErrorCodes.filter(
      (code) => !new RegExp(`\\b${written(code)}\\b`).test(tests),
    );
    expect(silent).toEqual([]);
  });

  test('and by field and reason', () => {
    const codes = refusing.flatMap(({ text }) =>
      [...text.matchAll(/'([A-Z]+(?:_[A-Z0-9]+)+)'/g)].map((match) => match[1] ?? ''),
    );
    expect(codes).toContain('UNKNOWN_FIELD');
    const silent = [...new Set(codes)].filter((code) => !new RegExp(`\\b${code}\\b`).test(tests));
    expect(silent).toEqual([]);
  });
});
