/** Shared by the parts of one message: pressing a component, and the state of the last press. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ChatMessage } from '../../protocol/protocol.ts';

export interface MessageScene {
  readonly message: ChatMessage;
  /** The component with an unacknowledged press; the others are disabled until then. */
  readonly busyCustomId: string | null;
  readonly press: (customId: string, values?: readonly string[]) => void;
}

export const MessageContext = createContext<MessageScene | null>(null);

export function useMessage(): MessageScene {
  const scene = useContext(MessageContext);
  if (!scene) throw new Error('This part is used outside a message.');
  return scene;
}
