/** One request of the bot: a line that expands to show request and answer. */
import { useEffect, useState } from 'preact/hooks';
import type { InspectedRequest, InspectedRequestDetail } from '../../protocol/protocol.ts';
import { formatSize } from '../parts/media-url.ts';
import { inspectRequest } from '../state/api.ts';
import { FindingCard } from './finding-card.tsx';
import { JsonView } from './json-view.tsx';
import { formatTook } from './moments.ts';
import { isRefused, meaningOf, statusText } from './request-meaning.ts';

export interface RequestEntryProps {
  readonly request: InspectedRequest;
  /** Given, or fetched when the line is expanded. */
  readonly detail: InspectedRequestDetail | null;
  /** The displayed time. */
  readonly when: string;
}

export function RequestEntry({ request, detail: given, when }: RequestEntryProps) {
  const [open, setOpen] = useState(false);
  const [fetched, setFetched] = useState<InspectedRequestDetail | null>(null);
  const { id, status } = request;
  useEffect(() => {
    if (!open || given) return;
    inspectRequest(id).then(setFetched, () => setFetched(null));
  }, [open, given, id, status]);
  const detail = given ?? fetched;
  const meaning = detail && meaningOf(detail);
  const refused = isRefused(request) && (status !== null || request.tookMs !== null);
  return (
    <details class="entry" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span class="entry-when">{when}</span>
        <span class="entry-main">
          <span class="entry-route">
            <strong>{request.method}</strong>
            {` ${shortened(request.path)}`}
          </span>
          {meaning && <span class="entry-note">{meaning}</span>}
          {request.fault && <span class="entry-fault">{`fault: ${request.fault}`}</span>}
        </span>
        <span class={refused ? 'status refused' : 'status'}>{statusText(request)}</span>
      </summary>
      {open && detail && <RequestBodies detail={detail} />}
    </details>
  );
}

function RequestBodies({ detail }: { detail: InspectedRequestDetail }) {
  const { sent, answer, files, tookMs, findingDetails } = detail;
  return (
    <div class="entry-body">
      {findingDetails.map((finding, index) => (
        <FindingCard key={index} finding={finding} />
      ))}
      {sent && <JsonView label="The bot sent" body={sent} />}
      {files.map((file, index) => (
        <p key={index} class="entry-note">{`File: ${file.name}, ${formatSize(file.size)}`}</p>
      ))}
      {answer ? (
        <JsonView label="The sandbox answered" body={answer} />
      ) : (
        <p class="entry-note">The answer has no body.</p>
      )}
      {tookMs !== null && <p class="entry-note">{`Done within ${formatTook(tookMs)}`}</p>}
    </div>
  );
}

/** Shortens an interaction's own ids, which are already shown above its requests. */
const shortened = (path: string): string =>
  path
    .replace(/^\/(interactions|webhooks)\/\d+\/\{token\}/, '/$1/…')
    .replace('?with_response=false', '');
