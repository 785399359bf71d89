/** Messages in the control interface. Part of `protocol.ts`. */
import type { APIMessage } from 'discord-api-types/v10';

/** A message as Discord sends it, and facts that only a client has. */
export type ChatMessage = APIMessage & {
  /** The one person who can see it, for ephemeral messages. */
  readonly visible_to?: string;
  /** The command it answers, without a slash: the line "Anna used /transfer" above a message. */
  readonly used_command?: string;
};

export interface NewChatMessage {
  readonly channelId: string;
  readonly content: string;
  /** Ids of uploaded files; with files, the content may be empty. */
  readonly attachments?: readonly string[];
  /** The id of a message in the same channel. A reply mentions its author. */
  readonly repliesTo?: string;
  /** The id of a message to forward; then the content is empty. */
  readonly forwards?: string;
}
export interface ChatMessageChange {
  readonly content: string;
}
/** A message of a webhook or of another app, which are not people of the sandbox. */
export interface NewPost {
  readonly channelId: string;
  readonly content: string;
  readonly name: string;
  readonly by: 'webhook' | 'app';
}

/** Its id can be used in attachment options, upload fields and messages. */
export interface UploadedFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
}
