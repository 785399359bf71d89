/** The text at the beginning of a channel. */
import type { Channel } from '../../protocol/protocol.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Icon } from '../parts/icons.tsx';
import { useScene } from '../state/context.ts';

export function Welcome({ channel }: { channel: Channel }) {
  const { view } = useScene();
  if (channel.serverId === null) {
    return (
      <div class="welcome">
        <Avatar name={view.bot.name} hue={view.bot.hue} size={72} />
        <h2>{view.bot.name}</h2>
        <p>{`This is the beginning of your direct messages with ${view.bot.name}.`}</p>
      </div>
    );
  }
  return (
    <div class="welcome">
      <span class="welcome-mark">
        <Icon name="hash" size={40} />
      </span>
      <h2>{`Welcome to #${channel.name}!`}</h2>
      <p>{`This is the beginning of the #${channel.name} channel. ${channel.topic}`.trim()}</p>
    </div>
  );
}
