/** Reads a message's flags. */
import type { ChatMessage } from '../../protocol/protocol.ts';

const suppressEmbeds = 4;
const ephemeral = 64;
const loading = 128;

const has = (message: ChatMessage, flag: number): boolean => ((message.flags ?? 0) & flag) !== 0;

export const isEphemeral = (message: ChatMessage): boolean => has(message, ephemeral);
export const isThinking = (message: ChatMessage): boolean => has(message, loading);
export const hidesEmbeds = (message: ChatMessage): boolean => has(message, suppressEmbeds);
export const isEdited = (message: ChatMessage): boolean =>
  Boolean(message.edited_timestamp) && !isThinking(message) && !isEphemeral(message);
