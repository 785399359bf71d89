/**
 * The drawer that shows the traffic between sandbox and bot, and injects faults. It is in English
 * (docs/sandbox.md): what it shows are names of Discord's protocol.
 */
import type { RefObject } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../parts/icons.tsx';
import { useScene } from '../state/context.ts';
import { FindingCard } from './finding-card.tsx';
import { InteractionDetail } from './interaction-detail.tsx';
import { InteractionList, type InteractionListProps } from './interaction-list.tsx';
import { formatClock } from './moments.ts';
import { RequestEntry } from './request-entry.tsx';
import { isNarrow } from '../parts/narrow.ts';
import { Tabs, type Tab } from '../parts/tabs.tsx';
import { useBack } from '../state/back.ts';
import { Trouble } from './trouble.tsx';
import { useInspected, type Inspected } from './use-inspector.ts';

type TabName = 'interactions' | 'requests' | 'findings' | 'trouble';

export function Inspector() {
  const { inspector, setInspector } = useScene();
  const inspected = useInspected();
  const [tab, setTab] = useState<TabName>('interactions');
  const [personId, onPerson] = useState<string | null>(null);
  const id = useId();
  const leftId = useRef<string | null>(null);
  const { interactionId } = inspector;
  useLayoutEffect(() => {
    if (interactionId === null) return;
    leftId.current = interactionId;
    setTab('interactions');
  }, [interactionId]);
  const box = useFocusInside();
  const close = (): void => setInspector({ open: false, interactionId: null });
  const open = (next: string | null): void => setInspector({ open: true, interactionId: next });
  useBackOnPhone(interactionId, { close, leave: () => open(null) });
  return (
    <aside
      ref={box}
      class="inspector"
      aria-label="Inspector"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        if (interactionId !== null && tab === 'interactions') open(null);
        else close();
      }}
    >
      <header class="inspector-head">
        <h2>Inspector</h2>
        <button type="button" class="icon-button" aria-label="Close the inspector" onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <Tabs
        id={id}
        label="What to inspect"
        tabs={tabsFor(inspected)}
        chosen={tab}
        onChoose={(name) => {
          leftId.current = null;
          setTab(name);
          if (interactionId !== null) open(null);
        }}
      />
      <div
        id={`${id}-panel`}
        class="inspector-body"
        role="tabpanel"
        aria-labelledby={`${id}-${tab}`}
        tabIndex={0}
      >
        {inspected ? (
          <Body
            inspected={inspected}
            tab={tab}
            interactionId={interactionId}
            onOpen={open}
            list={{ leftId: leftId.current, personId, onPerson }}
          />
        ) : (
          <p class="entry-note" role="status">
            Opening…
          </p>
        )}
      </div>
    </aside>
  );
}

/** On a phone the drawer covers the page, so Back closes it; on wide screens it does not. */
function useBackOnPhone(
  interactionId: string | null,
  { close, leave }: { readonly close: () => void; readonly leave: () => void },
): void {
  useBack(isNarrow(), close);
  useBack(isNarrow() && interactionId !== null, leave);
}

function tabsFor(inspected: Inspected | null): Tab<TabName>[] {
  const overview = inspected?.overview;
  const findings = overview?.findings.length ?? 0;
  return [
    { name: 'interactions', label: 'Interactions', count: overview?.interactions.length ?? 0 },
    { name: 'requests', label: 'Requests', count: overview?.requests.length ?? 0 },
    { name: 'findings', label: 'Rules', count: findings, alarming: true },
    { name: 'trouble', label: 'Trouble', count: overview?.faults.length ?? 0 },
  ];
}

interface BodyProps {
  readonly inspected: Inspected;
  readonly tab: TabName;
  readonly interactionId: string | null;
  readonly onOpen: (id: string | null) => void;
  readonly list: Pick<InteractionListProps, 'leftId' | 'personId' | 'onPerson'>;
}

function Body({ inspected, tab, interactionId, onOpen, list }: BodyProps) {
  switch (tab) {
    case 'interactions':
      return interactionId === null ? (
        <InteractionList inspected={inspected} onOpen={onOpen} {...list} />
      ) : (
        <InteractionDetail inspected={inspected} id={interactionId} onBack={() => onOpen(null)} />
      );
    case 'requests':
      return <Requests inspected={inspected} />;
    case 'findings':
      return <Findings inspected={inspected} onOpen={onOpen} />;
    case 'trouble':
      return <Trouble inspected={inspected} />;
  }
}

function Requests({ inspected }: { inspected: Inspected }) {
  const { view } = useScene();
  const { requests } = inspected.overview;
  if (requests.length === 0) {
    return (
      <div class="nothing">
        <Icon name="pulse" size={40} />
        <p>No requests outside interactions, such as registering commands.</p>
      </div>
    );
  }
  return (
    <ol class="entries">
      {requests.map((request) => (
        <li key={request.id}>
          <RequestEntry
            request={request}
            detail={null}
            when={formatClock(request.atMs, view.person.locale)}
          />
        </li>
      ))}
    </ol>
  );
}

function Findings({ inspected, onOpen }: Pick<BodyProps, 'inspected' | 'onOpen'>) {
  const { findings, interactions } = inspected.overview;
  if (findings.length === 0) {
    return (
      <div class="nothing">
        <Icon name="check" size={40} />
        <p>The bot has broken none of Discord’s rules.</p>
      </div>
    );
  }
  const known = new Set(interactions.map(({ id }) => id));
  return (
    <ol class="findings">
      {findings.map((finding) => {
        const isKnown = finding.interactionId !== undefined && known.has(finding.interactionId);
        return (
          <li key={`${finding.at} ${finding.route} ${finding.rule}`}>
            <FindingCard finding={finding} {...(isKnown && { onInteraction: onOpen })} />
          </li>
        );
      })}
    </ol>
  );
}

/** Moves the focus into the drawer, and back when it closes. */
function useFocusInside(): RefObject<HTMLElement | null> {
  const box = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    box.current?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return box;
}
