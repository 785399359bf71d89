import { describe, expect, test } from 'vitest';
import { batchLoader } from '../../../src/lib/batch-loader.ts';

function recording(sizeMax = 100) {
  const asked: string[][] = [];
  const load = async (keys: readonly string[]) => {
    asked.push([...keys]);
    if (keys.includes('broken')) throw new Error('no answer');
    return new Map(keys.filter((key) => key !== 'nobody').map((key) => [key, key.length]));
  };
  return { asked, ask: batchLoader(load, sizeMax) };
}

describe('a batch loader', () => {
  test('asks once for what is wanted at the same moment', async () => {
    const { asked, ask } = recording();
    expect(await Promise.all(['a', 'bb', 'a', 'nobody'].map(ask))).toEqual([1, 2, 1, undefined]);
    expect(await ask('ccc')).toBe(3);
    expect(asked).toEqual([['a', 'bb', 'nobody'], ['ccc']]);
  });

  test('asks in parts when too much is wanted', async () => {
    const { asked, ask } = recording(2);
    expect(await Promise.all(['a', 'bb', 'ccc'].map(ask))).toEqual([1, 2, 3]);
    expect(asked).toEqual([['a', 'bb'], ['ccc']]);
  });

  test('a failure reaches everybody who asked with it, and nobody later', async () => {
    const { ask } = recording();
    const outcomes = await Promise.allSettled(['a', 'broken'].map(ask));
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await ask('a')).toBe(1);
  });
});
