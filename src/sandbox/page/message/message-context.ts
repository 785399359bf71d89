/** What the parts inside one message share: pressing something, and how the last press goes. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ChatMessage } from '../../protocol/protocol.ts';

export interface MessageScene {
  readonly message: ChatMessage;
  /** The component whose press the bot has not acknowledged; everything else waits for it. */
  readonly busyCustomId: string | null;
  readonly press: (customId: string, values?: readonly string[]) => void;
}

export const MessageContext = createContext<MessageScene | null>(null);

export function useMessage(): MessageScene {
  const scene = useContext(MessageContext);
  if (!scene) throw new Error('This part stands outside a message.');
  return scene;
}
