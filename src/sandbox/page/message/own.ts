/** Finds messages in a channel that a person caused. */
import type { ChatMessage, InteractionView } from '../../protocol/protocol.ts';
import { compareIds } from '../state/order.ts';
import { isEphemeral } from './flags.ts';

/** The id of the newest message that the person wrote, caused or waits for, or null. */
export function newestOwn(
  personId: string,
  channelId: string,
  messages: readonly ChatMessage[],
  interactions: readonly InteractionView[],
): string | null {
  const message = messages.findLast((other) => isOwn(other, personId));
  const waiting = interactions.findLast(
    ({ kind, state, channelId: at }) =>
      at === channelId && state === 'sent' && (kind === 'command' || kind === 'modal'),
  );
  const ids = [message?.id ?? null, waiting?.id ?? null].filter((id) => id !== null);
  return ids.sort(compareIds).at(-1) ?? null;
}

/** An ephemeral message is an answer to the person who sees it. */
const isOwn = (message: ChatMessage, personId: string): boolean =>
  message.author.id === personId ||
  message.interaction_metadata?.user.id === personId ||
  isEphemeral(message);
