/** A rule the bot broke. */
import type { Finding } from '../../protocol/protocol.ts';
import { Icon } from '../parts/icons.tsx';
import { useScene } from '../state/context.ts';
import { formatClock } from './moments.ts';

export interface FindingCardProps {
  readonly finding: Finding;
  /** Opens the interaction, when the card is in the list of all findings. */
  readonly onInteraction?: (id: string) => void;
}

export function FindingCard({ finding, onInteraction }: FindingCardProps) {
  const { view } = useScene();
  const { at, rule, route, detail, interactionId } = finding;
  return (
    <article class="finding">
      <p class="finding-rule">
        <Icon name="alert" size={16} />
        <strong>{rule}</strong>
        <time dateTime={at}>{formatClock(Date.parse(at), view.person.locale)}</time>
      </p>
      {detail && <p class="finding-detail">{detail}</p>}
      <p class="finding-route">{withoutToken(route)}</p>
      {interactionId !== undefined && onInteraction && (
        <button type="button" class="link" onClick={() => onInteraction(interactionId)}>
          Show the interaction
        </button>
      )}
    </article>
  );
}

/** Hides the token in a route, because it is long and not informative. */
const withoutToken = (route: string): string =>
  route
    .replace('/api/v10', '')
    .replace(/(\/(?:interactions|webhooks)\/\d+\/)[^/{]{40,}/, '$1{token}');
