import type { ChatMessage, OpenModal } from '../protocol.ts';
import type { Feed } from './feed.ts';
import { formTextOf, textOf } from './text.ts';

/** What came of a command, a press or a submitted form. */
export type Answer =
  | { readonly kind: 'message'; readonly text: string; readonly message: ChatMessage }
  | { readonly kind: 'modal'; readonly text: string; readonly modal: OpenModal }
  /** No answer within the limit: what the client shows is the text. */
  | { readonly kind: 'failed'; readonly text: string };

/** The answer to an interaction, once there is one. */
export function answerOf(feed: Feed, interactionId: string): Answer | undefined {
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
