/** An interaction without its own message: being sent, or not answered. */
import type { InteractionView } from '../../protocol/protocol.ts';
import { AppBadge } from '../parts/app-badge.tsx';
import { Avatar } from '../parts/avatar.tsx';
import { useScene } from '../state/context.ts';
import { NoAnswer } from './message-row.tsx';
import { words } from '../words/words.ts';

export function InteractionRow({ interaction }: { interaction: InteractionView }) {
  const { view } = useScene();
  const { bot } = view;
  const failed = interaction.state === 'failed';
  return (
    <li class={failed ? 'message leads ephemeral' : 'message leads sending'}>
      <span class="message-avatar">
        <Avatar name={bot.name} hue={bot.hue} />
      </span>
      <div class="message-head">
        <span class="author" style={{ '--hue': bot.hue }}>
          {bot.name}
        </span>
        <AppBadge />
        <span class="used-command">{interaction.label}</span>
      </div>
      <div class="message-main">
        {failed ? (
          <NoAnswer interaction={interaction} />
        ) : (
          <p class="thinking">
            <span class="dots" aria-hidden="true" />
            {interaction.kind === 'command'
              ? words().message.sendingCommand
              : words().message.sending}
          </p>
        )}
      </div>
    </li>
  );
}
