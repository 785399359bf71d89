import type { Issue } from '../http/issue.ts';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A parsed value contains only the keys of its schema, so a missing key was unknown. Discord
 * ignores unknown keys; the sandbox refuses them, because they are usually misspelt.
 */
export function unknownKeys(
  given: unknown,
  parsed: unknown,
  allowed: ReadonlySet<string>,
  path: readonly (string | number)[] = [],
): Issue[] {
  if (Array.isArray(given) && Array.isArray(parsed)) {
    return given.flatMap((item, index) =>
      unknownKeys(item, parsed[index], allowed, [...path, index]),
    );
  }
  if (!isRecord(given) || !isRecord(parsed)) return [];
  return Object.entries(given).flatMap(([key, value]) => {
    if (Object.hasOwn(parsed, key)) return unknownKeys(value, parsed[key], allowed, [...path, key]);
    if (allowed.has(key)) return [];
    const message = `"${key}" is not a field of this object.`;
    return [{ path: [...path, key], code: 'UNKNOWN_FIELD', message }];
  });
}
