/** Details of one interaction: limits, broken rules, and everything sent in both directions. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { InspectedInteractionDetail } from '../../protocol/protocol.ts';
import { Icon } from '../parts/icons.tsx';
import { inspectInteraction, Refusal } from '../state/api.ts';
import { faceOf, findChannel, useScene } from '../state/context.ts';
import { FindingCard } from './finding-card.tsx';
import { StateMark } from './interaction-list.tsx';
import { JsonView } from './json-view.tsx';
import { LimitBar } from './limit-bar.tsx';
import { formatClock, formatTook } from './moments.ts';
import { RequestEntry } from './request-entry.tsx';
import { useSandboxNow, type Inspected } from './use-inspector.ts';

export interface InteractionDetailProps {
  readonly inspected: Inspected;
  readonly id: string;
  readonly onBack: () => void;
}

export function InteractionDetail({ inspected, id, onBack }: InteractionDetailProps) {
  const [detail, setDetail] = useState<InspectedInteractionDetail | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const back = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => back.current?.focus(), [id]);
  const { overview } = inspected;
  // Any change may concern this interaction; there are at most a few per second.
  useEffect(() => {
    let left = false;
    inspectInteraction(id).then(
      (found) => !left && setDetail(found),
      (error: unknown) =>
        !left && setProblem(error instanceof Refusal ? error.message : 'It could not be loaded.'),
    );
    return () => {
      left = true;
    };
  }, [id, overview]);
  return (
    <div class="interaction-detail">
      <button ref={back} type="button" class="link back" onClick={onBack}>
        <Icon name="back" size={16} />
        All interactions
      </button>
      {detail ? (
        <Detail detail={detail} inspected={inspected} />
      ) : (
        <p class="entry-note" role="status">
          {problem ?? 'Opening…'}
        </p>
      )}
    </div>
  );
}

interface DetailProps {
  readonly detail: InspectedInteractionDetail;
  readonly inspected: Inspected;
}

function Detail({ detail, inspected }: DetailProps) {
  const { label, state, findingDetails, sentAtMs } = detail;
  const ownFindings = findingDetails.filter(({ requestId }) => requestId === undefined);
  return (
    <>
      <h3>
        <span class="interaction-label">{label}</span>
        <StateMark state={state} />
      </h3>
      <Facts detail={detail} />
      <Limits detail={detail} inspected={inspected} />
      {ownFindings.map((finding, index) => (
        <FindingCard key={index} finding={finding} />
      ))}
      <h4>Traffic</h4>
      <ol class="entries">
        <li>
          <EventEntry detail={detail} />
        </li>
        {detail.requestDetails.map((request) => (
          <li key={request.id}>
            <RequestEntry
              request={request}
              detail={request}
              when={`+${formatTook(Math.max(0, request.atMs - sentAtMs))}`}
            />
          </li>
        ))}
      </ol>
      {detail.requests === 0 && <p class="entry-note">The bot sent nothing.</p>}
    </>
  );
}

function Facts({ detail }: { detail: InspectedInteractionDetail }) {
  const { view } = useScene();
  const { id, kind, personId, channelId, sentAtMs } = detail;
  const channel = findChannel(view, channelId);
  const facts = [
    ['Kind', kind === 'modal' ? 'form submit' : kind],
    ['Person', faceOf(view, personId)?.name ?? personId],
    ['Where', channel ? channel.name : 'direct messages or a server of theirs'],
    ['Sent', formatClock(sentAtMs, view.person.locale)],
    ['Id', id],
  ] as const;
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Limits({ detail, inspected }: DetailProps) {
  const { firstAnswerMs, tokenMs } = inspected.overview.limits;
  const { answeredAfterMs, sentAtMs, state } = detail;
  const now = useSandboxNow(inspected, state === 'sent' ? 100 : 1_000);
  const age = Math.max(0, now - sentAtMs);
  return (
    <div class="limits">
      <LimitBar
        label="First answer"
        usedMs={answeredAfterMs ?? age}
        limitMs={firstAnswerMs}
        missed={answeredAfterMs === null && state === 'failed'}
      />
      <LimitBar label="Age of the token" usedMs={age} limitMs={tokenMs} />
    </div>
  );
}

function EventEntry({ detail }: { detail: InspectedInteractionDetail }) {
  const [open, setOpen] = useState(false);
  const { deliveries, event } = detail;
  const note = deliveries === 0 ? 'lost by a fault' : `sent ${deliveries} times by a fault`;
  return (
    <details class="entry" onToggle={(toggled) => setOpen(toggled.currentTarget.open)}>
      <summary>
        <span class="entry-when">+0 ms</span>
        <span class="entry-main">
          <span class="entry-route">
            <strong>INTERACTION_CREATE</strong>
          </span>
          <span class="entry-note">to the bot, through the gateway</span>
          {deliveries !== 1 && <span class="entry-fault">{note}</span>}
        </span>
        <span class="status">event</span>
      </summary>
      {open && (
        <div class="entry-body">
          <JsonView label="The event" body={event} />
        </div>
      )}
    </details>
  );
}
