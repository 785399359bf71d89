/** Orders messages and unanswered interactions, with dividers and groups. */
import type { ChatMessage, InteractionView } from '../../protocol/protocol.ts';
import { compareIds } from '../state/order.ts';
import { sameDay, type Reader } from '../text/moments.ts';
import { isEphemeral } from './flags.ts';

export type Row =
  | { readonly kind: 'day'; readonly iso: string }
  | { readonly kind: 'new' }
  | {
      readonly kind: 'message';
      readonly message: ChatMessage;
      /** Whether it shows author and time; only the first message of a group does. */
      readonly leads: boolean;
    }
  | { readonly kind: 'interaction'; readonly interaction: InteractionView };

const groupMs = 7 * 60_000;

export interface RowsGiven {
  readonly messages: readonly ChatMessage[];
  readonly interactions: readonly InteractionView[];
  readonly channelId: string;
  /** The last message read before the channel was opened. */
  readonly seenUpTo: string | null;
  readonly reader: Reader;
}

export function conversationRows(given: RowsGiven): Row[] {
  const { messages, reader } = given;
  const waiting = given.interactions.filter((interaction) => standsAlone(interaction, given));
  const rows: Row[] = [];
  let before: ChatMessage | null = null;
  let newShown = false;
  let next = 0;
  for (const message of messages) {
    for (; next < waiting.length; next += 1) {
      const interaction = waiting[next];
      if (!interaction || compareIds(interaction.id, message.id) > 0) break;
      rows.push({ kind: 'interaction', interaction });
      before = null;
    }
    const newDay = !before || !sameDay(at(before), at(message), reader);
    if (newDay && isFirstOfDay(rows, message, reader)) {
      rows.push({ kind: 'day', iso: message.timestamp });
    }
    if (!newShown && isNew(message, given)) {
      rows.push({ kind: 'new' });
      newShown = true;
      before = null;
    }
    rows.push({ kind: 'message', message, leads: !before || !follows(message, before) });
    before = message;
  }
  const left = waiting.slice(next);
  return [...rows, ...left.map((interaction) => ({ kind: 'interaction', interaction }) as const)];
}

/** A command or form without a message: being sent, or not answered. */
function standsAlone(interaction: InteractionView, given: RowsGiven): boolean {
  if (interaction.channelId !== given.channelId) return false;
  if (interaction.state !== 'sent' && interaction.state !== 'failed') return false;
  if (interaction.kind === 'autocomplete' || interaction.kind === 'component') return false;
  return !given.messages.some((message) => message.id === interaction.messageId);
}

function isFirstOfDay(rows: readonly Row[], message: ChatMessage, reader: Reader): boolean {
  const last = rows.findLast((row) => row.kind === 'message');
  return !last || !sameDay(at(last.message), at(message), reader);
}

const isNew = (message: ChatMessage, { seenUpTo }: RowsGiven): boolean =>
  seenUpTo !== null && compareIds(message.id, seenUpTo) > 0;

/** Whether it belongs to the same group as the previous message. */
function follows(message: ChatMessage, before: ChatMessage): boolean {
  return (
    message.author.id === before.author.id &&
    !message.interaction_metadata &&
    !message.used_command &&
    !message.message_reference &&
    isEphemeral(message) === isEphemeral(before) &&
    at(message) - at(before) < groupMs
  );
}

const at = (message: ChatMessage): number => Date.parse(message.timestamp);
