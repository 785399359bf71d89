/** What somebody has typed and not sent outlives a reload of the tab, and a look elsewhere. */
import { useLayoutEffect, useState, type Dispatch, type StateUpdater } from 'preact/hooks';

/** A state kept under a name, in this tab alone. `empty` is what needs no keeping. */
export function useKept<T>(name: string, empty: T): [T, Dispatch<StateUpdater<T>>] {
  const [value, setValue] = useState<T>(() => (readKept(name) as T | null) ?? empty);
  useLayoutEffect(() => keep(name, isEmpty(value) ? null : value), [name, value]);
  return [value, setValue];
}

/** As it was kept; null when there is nothing. */
export function readKept(name: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? 'null');
  } catch {
    return null;
  }
}

/** Null forgets it. */
export function keep(name: string, value: unknown): void {
  try {
    if (value === null) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, JSON.stringify(value));
  } catch {
    // There is no room left: then it is not kept.
  }
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);

const secretWords = ['pin', 'code', 'secret', 'token', 'key', 'otp', 'credential'];

/** Whether a field of this name or label asks for what must not be kept anywhere. */
export function isSecret(name: string): boolean {
  const words = name.toLowerCase().split(/[^\p{L}]+/u);
  return words.some(
    (word) => word.startsWith('pass') || secretWords.includes(word.replace(/s$/, '')),
  );
}
