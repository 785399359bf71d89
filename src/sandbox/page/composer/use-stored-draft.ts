/** The command being filled in, stored across a reload, except for secret values. */
import { useLayoutEffect, useState, type Dispatch, type StateUpdater } from 'preact/hooks';
import { isSecret, store, readStored } from '../state/stored.ts';
import type { CallableCommand } from './callable.ts';
import type { Draft } from './draft.ts';

export function useStoredDraft(
  name: string,
  commands: readonly CallableCommand[],
): [Draft | null, Dispatch<StateUpdater<Draft | null>>] {
  const [draft, setDraft] = useState(() => asBefore(readStored(name) as Draft | null, commands));
  useLayoutEffect(() => store(name, draft && withoutSecrets(draft)), [name, draft]);
  return [draft, setDraft];
}

/** The stored draft with the current command; null if that no longer exists. */
function asBefore(stored: Draft | null, commands: readonly CallableCommand[]): Draft | null {
  const command = commands.find(({ path }) => path === stored?.command.path);
  return stored && command ? { ...stored, command } : null;
}

function withoutSecrets(draft: Draft): Draft {
  const entries = Object.entries(draft.entries).filter(([option]) => !isSecret(option));
  return { ...draft, entries: Object.fromEntries(entries) };
}
