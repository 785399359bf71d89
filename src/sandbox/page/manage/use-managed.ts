import { useEffect, useState } from 'preact/hooks';
import type { ManagedServer } from '../../protocol/protocol.ts';
import { listServers, Refusal } from '../state/api.ts';
import { useScene } from '../state/context.ts';

/** All servers, also those this person is not in; null until they have come. */
export function useServers(): readonly ManagedServer[] | null {
  const { view } = useScene();
  const [servers, setServers] = useState<readonly ManagedServer[] | null>(null);
  // The view changes with whatever is changed here, by this page or another.
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

/** What every tab of a server's settings works with. */
export interface SettingsProps {
  readonly server: ManagedServer;
  readonly act: (work: Promise<unknown>) => void;
}

export interface Told {
  readonly text: string;
  readonly wrong: boolean;
}

/** Does something and says how it went. */
export function useAct(): {
  readonly told: Told | null;
  readonly act: (work: Promise<unknown>) => void;
} {
  const [told, setTold] = useState<Told | null>(null);
  const act = (work: Promise<unknown>): void => {
    work.then(
      () => setTold({ text: 'Saved.', wrong: false }),
      (error: unknown) => {
        const text = error instanceof Refusal ? error.message : 'It did not work.';
        setTold({ text, wrong: true });
      },
    );
  };
  return { told, act };
}
