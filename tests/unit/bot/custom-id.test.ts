import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RequestId } from '../../../src/bank/model/base/types.ts';
import { decodeCustomId, encodeCustomId } from '../../../src/bot/cards/custom-id.ts';

const word = fc.stringMatching(/^[a-z0-9-]{1,10}$/);
const ids = fc.record({
  path: fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
  step: word,
  row: fc.option(
    fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }).map((id) => id as RequestId),
    { nil: null },
  ),
  detail: fc.stringMatching(/^[\w-]{0,20}$/),
});

describe('a custom id', () => {
  test('comes back as it went, within 100 characters', () => {
    fc.assert(
      fc.property(ids, (id) => {
        const text = encodeCustomId(id);
        expect(text.length).toBeLessThanOrEqual(100);
        expect(decodeCustomId(text)).toEqual({ kind: 'ours', id });
      }),
    );
  });

  test('is never made too long or out of its grammar', () => {
    const id = { path: 'transfer', step: 'confirm', row: null, detail: '' };
    for (const wrong of [
      { ...id, path: 'Transfer' },
      { ...id, path: 'a b c d' },
      { ...id, step: 'con:firm' },
      { ...id, detail: 'x'.repeat(90) },
      { ...id, detail: 'a b' },
    ]) {
      expect(() => encodeCustomId(wrong)).toThrow('Not a custom id');
    }
  });

  test('is read without throwing, whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `v1:${text}`),
        ),
        (text) => {
          const decoded = decodeCustomId(text);
          if (decoded.kind === 'ours') expect(encodeCustomId(decoded.id).length).toBeLessThan(101);
        },
      ),
    );
  });

  const cases = [
    ['v1:transfer:confirm:', 'ours'],
    ['v2:transfer:confirm:abc', 'other-version'],
    ['v0:anything at all', 'other-version'],
    ['v1:transfer:confirm:abc:def', 'other-version'],
    ['v1:transfer:confirm:zzzzzzzzzzzzz', 'unknown'],
    ['v1:transfer:confirm:ABC', 'other-version'],
    ['transfer', 'unknown'],
    ['', 'unknown'],
    ['__proto__', 'unknown'],
  ] as const;

  test.each(cases)('%j is %s', (text, kind) => {
    expect(decodeCustomId(text).kind).toBe(kind);
  });
});
