import { useEffect, useRef, useState } from 'preact/hooks';
import type { ManagedServer } from '../../protocol/protocol.ts';
import { listServers, Refusal } from '../state/api.ts';
import { useScene } from '../state/context.ts';
import { words } from '../words/words.ts';

/** All servers, including those this person is not in; null until loaded. */
export function useServers(): readonly ManagedServer[] | null {
  const { view } = useScene();
  const [servers, setServers] = useState<readonly ManagedServer[] | null>(null);
  // The view changes whenever this page or another one changes a server.
  useEffect(() => {
    let left = false;
    listServers().then(
      (found) => !left && setServers(found),
      () => undefined,
    );
    return () => {
      left = true;
    };
  }, [view]);
  return servers;
}

/** The properties of every tab of a server's settings. */
export interface SettingsProps {
  readonly server: ManagedServer;
  readonly act: (work: Promise<unknown>) => void;
}

export interface Outcome {
  readonly text: string;
  readonly wrong: boolean;
}

/** Runs an action and reports the outcome. */
export function useAct(): {
  readonly outcome: Outcome | null;
  readonly act: (work: Promise<unknown>) => void;
} {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const act = (work: Promise<unknown>): void => {
    work.then(
      () => setOutcome({ text: words().manage.saved, wrong: false }),
      (error: unknown) => {
        const text = error instanceof Refusal ? error.message : words().failed;
        setOutcome({ text, wrong: true });
      },
    );
  };
  return { outcome, act };
}

/**
 * A value that is always sent whole, such as a list: until the server shows what was sent last, a
 * further change builds on that, so that two quick changes are both kept.
 */
export function useSentWhole<T>(
  known: T,
  send: (next: T) => Promise<unknown>,
): { readonly latest: () => T; readonly change: (next: T) => Promise<unknown> } {
  const sent = useRef<{ readonly value: T } | null>(null);
  if (sent.current && JSON.stringify(sent.current.value) === JSON.stringify(known)) {
    sent.current = null;
  }
  return {
    latest: () => (sent.current ? sent.current.value : known),
    change: async (value) => {
      const own = { value };
      sent.current = own;
      try {
        return await send(value);
      } catch (error) {
        if (sent.current === own) sent.current = null;
        throw error;
      }
    },
  };
}
