import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromJson, type Storable, toJson } from '../../../src/lib/storable.ts';

const through = (value: Storable): unknown => fromJson(JSON.parse(JSON.stringify(toJson(value))));

const leaf = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.boolean(),
  fc.bigInt(),
  fc.constant(null),
  fc.date({ noInvalidDate: true }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((one) => !Object.is(one, -0)),
);
const key = fc.oneof(fc.string(), fc.constantFrom('$bigint', '$date', '$$', '$', '__proto__'));
const { value } = fc.letrec<{ value: Storable }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('value')),
    fc.dictionary(key, tie('value'), { noNullPrototype: true }),
  ),
}));

describe('a stored value', () => {
  test('comes back the same', () => {
    fc.assert(
      fc.property(value, (one) => {
        expect(through(one)).toStrictEqual(one);
      }),
    );
  });

  test('keeps what JSON cannot hold', () => {
    const order = { amount: 2n ** 63n - 1n, at: new Date(1_790_000_000_123), list: [1n, null, ''] };
    expect(through(order)).toStrictEqual(order);
  });

  test('is not confused with text and keys that look like marks', () => {
    const odd = { $bigint: '1', $date: 'x', $$bigint: 2n, text: '{"$bigint":"1"}', $: null };
    expect(through(odd)).toStrictEqual(odd);
    expect(through({ $bigint: '1' })).toStrictEqual({ $bigint: '1' });
  });

  test('leaves out what is undefined', () => {
    expect(through({ kind: 'all', shown: undefined })).toStrictEqual({ kind: 'all' });
  });

  test.each([
    ['NaN', Number.NaN],
    ['infinity', Infinity],
    ['minus zero', -0],
    ['a wrong date', new Date(Number.NaN)],
    ['undefined in a list', [undefined]],
    ['a function', () => {}],
    ['a map', new Map()],
    ['bytes', Buffer.from('x')],
    ['an object of a class', new URL('https://example.com')],
  ])('is never %s', (_, wrong) => {
    expect(() => toJson(wrong as never)).toThrow();
  });

  test.each([
    ['an unknown mark', { $map: '1' }],
    ['a mark with something beside it', { $bigint: '1', more: '2' }],
    ['a mark after something else', { more: '2', $bigint: '1' }],
    ['a bigint that is no text', { $bigint: 1 }],
    ['a bigint that is no number', { $bigint: 'one' }],
    ['a wrong date', { $date: 'yesterday' }],
  ])('with %s is not read', (_, wrong) => {
    expect(() => fromJson(wrong)).toThrow();
  });
});
