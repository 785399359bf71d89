/** The text at the beginning of a channel. */
import type { Channel } from '../../protocol/protocol.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Icon } from '../parts/icons.tsx';
import { useScene } from '../state/context.ts';
import { words } from '../words/words.ts';

export function Welcome({ channel }: { channel: Channel }) {
  const { view } = useScene();
  if (channel.serverId === null) {
    return (
      <div class="welcome">
        <Avatar name={view.bot.name} hue={view.bot.hue} size={72} />
        <h2>{view.bot.name}</h2>
        <p>{words().message.beginning(view.bot.name)}</p>
      </div>
    );
  }
  return (
    <div class="welcome">
      <span class="welcome-mark">
        <Icon name="hash" size={40} />
      </span>
      <h2>{words().message.welcome(channel.name)}</h2>
      <p>{`${words().message.channelBeginning(channel.name)} ${channel.topic}`.trim()}</p>
    </div>
  );
}
