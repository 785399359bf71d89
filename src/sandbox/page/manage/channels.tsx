/** A server's channels: adding, renaming and deleting them, and their topics. */
import { useState } from 'preact/hooks';
import { Icon } from '../parts/icons.tsx';
import { addChannel, changeChannel, removeChannel } from '../state/api.ts';
import { words } from '../words/words.ts';
import { AddForm, DeleteButton, TextSetting } from './settings.tsx';
import type { SettingsProps } from './use-managed.ts';

export function Channels({ server, act }: SettingsProps) {
  const [openId, setOpenId] = useState<string | null>(null);
  return (
    <>
      <ul class="channel-settings">
        {server.channels.map((channel) => {
          const isOpen = channel.id === openId;
          return (
            <li key={channel.id}>
              <button
                type="button"
                class="channel-head"
                aria-expanded={isOpen}
                onClick={() => setOpenId(isOpen ? null : channel.id)}
              >
                <Icon name="hash" size={18} />
                <span class="channel-name">{channel.name}</span>
                <span class="entry-note">{channel.topic}</span>
                <Icon name="pencil" size={16} />
              </button>
              {isOpen && <ChannelSettings server={server} channel={channel} act={act} />}
            </li>
          );
        })}
      </ul>
      <AddForm
        label={words().manage.channel.newName}
        max={100}
        onAdd={(name) => act(addChannel(server.id, name))}
      />
    </>
  );
}

type ChannelProps = SettingsProps & { readonly channel: SettingsProps['server']['channels'][0] };

function ChannelSettings({ server, channel, act }: ChannelProps) {
  const change = (wanted: Parameters<typeof changeChannel>[2]): void =>
    act(changeChannel(server.id, channel.id, wanted));
  return (
    <div class="channel-body">
      <TextSetting
        label={words().manage.channel.name}
        max={100}
        value={channel.name}
        onSave={(name) => change({ name })}
      />
      <TextSetting
        label={words().manage.channel.topic}
        max={1024}
        mayBeEmpty
        value={channel.topic}
        onSave={(topic) => change({ topic })}
      />
      {server.channels.length > 1 && (
        <DeleteButton
          what={`#${channel.name}`}
          warning={words().manage.channel.removed}
          onDelete={() => act(removeChannel(server.id, channel.id))}
        />
      )}
    </div>
  );
}
