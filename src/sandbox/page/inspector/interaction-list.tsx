/** Recent interactions, newest first. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { InspectedInteraction, InteractionState } from '../../protocol/protocol.ts';
import { arrowStep } from '../parts/arrow-step.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Icon } from '../parts/icons.tsx';
import { faceOf, useScene } from '../state/context.ts';
import { LimitBar } from './limit-bar.tsx';
import { formatClock } from './moments.ts';
import { useSandboxNow, type Inspected } from './use-inspector.ts';

export const stateNames: Readonly<Record<InteractionState, string>> = {
  sent: 'waiting',
  thinking: 'thinking',
  updating: 'updating',
  answered: 'answered',
  modal: 'form open',
  failed: 'failed',
};

export interface InteractionListProps {
  readonly inspected: Inspected;
  /** The interaction whose details were just closed; it gets the focus back. */
  readonly leftId: string | null;
  readonly onOpen: (id: string) => void;
  /** The person whose interactions are shown; null for all. */
  readonly personId: string | null;
  readonly onPerson: (personId: string | null) => void;
}

export function InteractionList(props: InteractionListProps) {
  const { inspected, leftId, onOpen, personId, onPerson } = props;
  const list = useRef<HTMLUListElement>(null);
  // A layout effect, so that a key pressed before the next frame still reaches the drawer.
  useLayoutEffect(() => {
    const left = [...(list.current?.querySelectorAll<HTMLElement>('[data-interaction]') ?? [])];
    left.find((button) => button.dataset['interaction'] === leftId)?.focus();
  }, [leftId]);
  const { interactions, limits } = inspected.overview;
  const waiting = interactions.some(({ state }) => state === 'sent');
  const now = useSandboxNow(inspected, waiting ? 100 : 60_000);
  if (interactions.length === 0) {
    return (
      <div class="nothing">
        <Icon name="pulse" size={40} />
        <p>No traffic yet. Run a command or press a button.</p>
      </div>
    );
  }
  /** Arrow keys move in the list, so that Tab skips it in one step. */
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = arrowStep(event);
    if (step === 0) return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    buttons[Math.min(buttons.length - 1, Math.max(0, at + step))]?.focus();
  };
  const shown = interactions.filter((one) => personId === null || one.personId === personId);
  return (
    <>
      <PersonFilter interactions={interactions} personId={personId} onPerson={onPerson} />
      <ul class="interactions" ref={list} onKeyDown={onKeyDown}>
        {shown.map((interaction, index) => (
          <li key={interaction.id}>
            <InteractionLine
              interaction={interaction}
              limitMs={limits.firstAnswerMs}
              now={now}
              tabIndex={index === 0 ? 0 : -1}
              onOpen={onOpen}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

type FilterProps = Pick<InteractionListProps, 'personId' | 'onPerson'> & {
  readonly interactions: readonly InspectedInteraction[];
};

/** The people with recent interactions, and the selected one; hidden for only one person. */
function PersonFilter({ interactions, personId, onPerson }: FilterProps) {
  const { view } = useScene();
  const ids = [...new Set(interactions.map((interaction) => interaction.personId))];
  if (personId !== null && !ids.includes(personId)) ids.push(personId);
  if (ids.length < 2) return null;
  return (
    <label class="person-filter">
      <span aria-hidden="true">Of</span>
      <select
        class="text-input"
        aria-label="Interactions of"
        value={personId ?? ''}
        onChange={(event) => onPerson(event.currentTarget.value || null)}
      >
        <option value="">everybody</option>
        {ids.map((id) => (
          <option key={id} value={id}>
            {faceOf(view, id)?.name ?? id}
          </option>
        ))}
      </select>
    </label>
  );
}

interface InteractionLineProps {
  readonly interaction: InspectedInteraction;
  readonly limitMs: number;
  readonly now: number;
  readonly tabIndex: number;
  readonly onOpen: (id: string) => void;
}

function InteractionLine(props: InteractionLineProps) {
  const { interaction, limitMs, now, tabIndex, onOpen } = props;
  const { id, kind, label, state, personId, sentAtMs, answeredAfterMs, findings } = interaction;
  const { view } = useScene();
  const face = faceOf(view, personId);
  return (
    <button
      type="button"
      class="interaction"
      data-interaction={id}
      tabIndex={tabIndex}
      onClick={() => onOpen(id)}
    >
      <span class="interaction-head">
        <span class="interaction-label">{label}</span>
        <StateMark state={state} />
      </span>
      <span class="interaction-facts">
        <Avatar name={face?.name ?? '?'} hue={face?.hue ?? 0} size={16} />
        <span>{face?.name ?? personId}</span>
        <span>{kind === 'modal' ? 'form' : kind}</span>
        <time>{formatClock(sentAtMs, view.person.locale)}</time>
        {findings > 0 && (
          <span class="broken-rules">
            {findings === 1 ? '1 rule broken' : `${findings} rules broken`}
          </span>
        )}
      </span>
      <LimitBar
        label="First answer"
        usedMs={answeredAfterMs ?? now - sentAtMs}
        limitMs={limitMs}
        missed={answeredAfterMs === null && state === 'failed'}
      />
    </button>
  );
}

export function StateMark({ state }: { state: InteractionState }) {
  return <span class={`state-mark ${state}`}>{stateNames[state]}</span>;
}
