/** The line above a reply that shows the answered message; a press scrolls to it. */
import type { ChatMessage } from '../../protocol/protocol.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Icon } from '../parts/icons.tsx';
import { faceOf, useScene } from '../state/context.ts';
import { plainLine } from '../text/plain.ts';
import { isEphemeral } from './flags.ts';
import { words } from '../words/words.ts';

const flashMs = 1_500;

export function ReplyLine({ message }: { message: ChatMessage }) {
  const { view, place, model } = useScene();
  const answered = message.referenced_message;
  if (!message.message_reference || answered === undefined) return null;
  const known = model.conversations[place]?.messages.some(({ id }) => id === answered?.id);
  // Another person's ephemeral message is not shown.
  if (!answered || (!known && isEphemeral(answered))) {
    return (
      <div class="used">
        <Icon name="reply" size={16} />
        <em>{answered ? words().message.notLoaded : words().message.deleted}</em>
      </div>
    );
  }
  const face = faceOf(view, answered.author.id);
  const name = face?.name ?? answered.author.global_name ?? answered.author.username;
  const nameOf = (id: string): string => faceOf(view, id)?.name ?? 'unknown-user';
  return (
    <div class="used">
      <Icon name="reply" size={16} />
      <Avatar name={name} hue={face?.hue ?? 0} size={16} />
      <span class="author" style={{ '--hue': face?.hue ?? 0 }}>
        {name}
      </span>
      <button type="button" class="answered" onClick={() => leadTo(answered.id)}>
        {answered.content ? plainLine(answered.content, nameOf) : <em>{standIn(answered)}</em>}
      </button>
    </div>
  );
}

const standIn = (message: Pick<ChatMessage, 'attachments'>): string =>
  message.attachments.length > 0 ? words().message.seeAttachment : words().message.seeMessage;

function leadTo(id: string): void {
  const row = document.querySelector(`[data-message="${id}"]`);
  if (!row) return;
  row.scrollIntoView({ block: 'center' });
  row.classList.add('flash');
  setTimeout(() => row.classList.remove('flash'), flashMs);
}
