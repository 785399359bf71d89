/** Stores unsent input, so that it survives a reload and switching channels. */
import { useLayoutEffect, useState, type Dispatch, type StateUpdater } from 'preact/hooks';

/** A state stored under a name, only in this tab. The value `empty` is not stored. */
export function useStored<T>(name: string, empty: T): [T, Dispatch<StateUpdater<T>>] {
  const [value, setValue] = useState<T>(() => (readStored(name) as T | null) ?? empty);
  useLayoutEffect(() => store(name, isEmpty(value) ? null : value), [name, value]);
  return [value, setValue];
}

/** The stored value, or null. */
export function readStored(name: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? 'null');
  } catch {
    return null;
  }
}

/** Null removes it. */
export function store(name: string, value: unknown): void {
  try {
    if (value === null) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, JSON.stringify(value));
  } catch {
    // Storage is full: the value is not stored.
  }
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);

const secretWords = ['pin', 'code', 'secret', 'token', 'key', 'otp', 'credential'];

/** Whether a field with this name or label asks for a secret, which must not be stored. */
export function isSecret(name: string): boolean {
  const words = name.toLowerCase().split(/[^\p{L}]+/u);
  return words.some(
    (word) => word.startsWith('pass') || secretWords.includes(word.replace(/s$/, '')),
  );
}
