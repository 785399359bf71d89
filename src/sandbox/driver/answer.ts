import type { ChatMessage, OpenModal } from '../protocol/protocol.ts';
import { WaitTimeout, type Feed } from './feed.ts';
import { formTextOf, textOf } from './text.ts';

/** The result of a command, a press or a submitted form. */
export type Answer =
  | { readonly kind: 'message'; readonly text: string; readonly message: ChatMessage }
  | { readonly kind: 'modal'; readonly text: string; readonly modal: OpenModal }
  /** Acknowledged only with type 6: the message the act came from, which may still change. */
  | { readonly kind: 'updating'; readonly text: string; readonly message: ChatMessage }
  /** No answer within the time limit; `text` is what the client shows. */
  | { readonly kind: 'failed'; readonly text: string };

export interface Patience {
  /** What the wait is for, as named in errors. */
  readonly what: string;
  /** Time limit for the first answer, and for a message that is still thinking. */
  readonly withinMs: number;
  /** Time limit for an edit after type 6; without one the answer is `updating`. */
  readonly editWithinMs: number;
}

/** Waits for the answer to an interaction. */
export async function awaitAnswer(
  feed: Feed,
  interactionId: string,
  { what, withinMs, editWithinMs }: Patience,
): Promise<Answer> {
  const answered = () => answerOf(feed, interactionId);
  const updating = () => updatingAnswer(feed, interactionId);
  const first = await feed.until(() => answered() ?? updating(), { what, withinMs });
  if (first.kind !== 'updating') return first;
  const edited = feed.until(answered, { what, withinMs: editWithinMs });
  return edited.catch((error: unknown) => {
    if (error instanceof WaitTimeout) return updating() ?? first;
    throw error;
  });
}

function answerOf(feed: Feed, interactionId: string): Answer | undefined {
  const interaction = feed.interactions.get(interactionId);
  switch (interaction?.state) {
    case 'failed':
      return { kind: 'failed', text: 'The application did not respond' };
    case 'modal': {
      const { modal } = feed;
      return modal ? { kind: 'modal', text: formTextOf(modal), modal } : undefined;
    }
    case 'answered': {
      const message = feed.messages.get(interaction.messageId ?? '');
      return message ? { kind: 'message', text: textOf(message), message } : undefined;
    }
    default:
      return undefined;
  }
}

function updatingAnswer(feed: Feed, interactionId: string): Answer | undefined {
  const interaction = feed.interactions.get(interactionId);
  if (interaction?.state !== 'updating') return undefined;
  const message = feed.messages.get(interaction.messageId ?? '');
  return message && { kind: 'updating', text: textOf(message), message };
}
