/** The settings of one server: name, owner, roles, members, channels and commands. */
import { useId, useState } from 'preact/hooks';
import { Avatar } from '../parts/avatar.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Tabs } from '../parts/tabs.tsx';
import { changeServer, putMember, removeMember, removeServer } from '../state/api.ts';
import { useScene } from '../state/context.ts';
import { words } from '../words/words.ts';
import { Channels } from './channels.tsx';
import { CommandAccess } from './command-access.tsx';
import { RoleTicks } from './memberships.tsx';
import { Roles } from './roles.tsx';
import { CheckSetting, DeleteButton, TextSetting, OutcomeLine } from './settings.tsx';
import { useAct, useServers, type SettingsProps } from './use-managed.ts';

type TabName = 'overview' | 'roles' | 'members' | 'channels' | 'commands';

export interface ServerDialogProps {
  readonly serverId: string;
  readonly onClose: () => void;
}

export function ServerDialog({ serverId, onClose }: ServerDialogProps) {
  const servers = useServers();
  const server = servers?.find(({ id }) => id === serverId);
  const [tab, setTab] = useState<TabName>('overview');
  const { outcome, act } = useAct();
  const id = useId();
  const say = words().manage;
  if (!server) return null;
  return (
    <Dialog title={server.name} wide onClose={onClose}>
      <Tabs
        id={id}
        label={say.server.settings}
        tabs={[
          { name: 'overview', label: say.server.overview, count: 0 },
          { name: 'roles', label: say.roles, count: server.roles.length },
          { name: 'members', label: say.members, count: server.members.length },
          { name: 'channels', label: say.channels, count: server.channels.length },
          { name: 'commands', label: say.commands, count: server.commands.length },
        ]}
        chosen={tab}
        onChoose={setTab}
      />
      <div
        id={`${id}-panel`}
        class="dialog-body server-settings"
        role="tabpanel"
        aria-labelledby={`${id}-${tab}`}
        tabIndex={0}
      >
        <OutcomeLine outcome={outcome} />
        <Settings server={server} tab={tab} act={act} onClose={onClose} />
      </div>
    </Dialog>
  );
}

interface Shown {
  readonly tab: TabName;
  readonly onClose: () => void;
}

function Settings({ server, tab, act, onClose }: SettingsProps & Shown) {
  switch (tab) {
    case 'overview':
      return <Overview server={server} act={act} onClose={onClose} />;
    case 'roles':
      return <Roles server={server} act={act} />;
    case 'members':
      return <Members server={server} act={act} />;
    case 'channels':
      return <Channels server={server} act={act} />;
    case 'commands':
      return <CommandAccess server={server} act={act} />;
  }
}

function Overview({ server, act, onClose }: SettingsProps & Pick<Shown, 'onClose'>) {
  const { view } = useScene();
  const say = words().manage.server;
  const people = view.people.filter((person) =>
    server.members.some(({ personId }) => personId === person.id),
  );
  const change = (wanted: Parameters<typeof changeServer>[1]): void =>
    act(changeServer(server.id, wanted));
  return (
    <>
      <TextSetting
        label={words().manage.name}
        max={100}
        value={server.name}
        onSave={(name) => change({ name })}
      />
      <label class="small-field">
        <span>{words().manage.owner}</span>
        <select
          class="text-input"
          value={server.ownerId}
          onChange={(event) => change({ ownerId: event.currentTarget.value })}
        >
          {people.map(({ id, displayName }) => (
            <option key={id} value={id}>
              {displayName}
            </option>
          ))}
        </select>
      </label>
      <CheckSetting
        label={say.hasBot(view.bot.name)}
        note={say.hasBotNote}
        checked={server.hasBot}
        onChange={(hasBot) => change({ hasBot })}
      />
      <CheckSetting
        label={say.isPrivate}
        note={say.isPrivateNote}
        checked={server.isPrivate}
        onChange={(isPrivate) => change({ isPrivate })}
      />
      <DeleteButton
        what={say.it}
        warning={say.removed(server.name)}
        onDelete={() => act(removeServer(server.id).then(onClose))}
      />
    </>
  );
}

function Members({ server, act }: SettingsProps) {
  const { view } = useScene();
  return (
    <ul class="memberships">
      {view.people.map(({ id, displayName, hue }) => {
        const member = server.members.find(({ personId }) => personId === id);
        const owns = server.ownerId === id;
        return (
          <li key={id}>
            <div class="membership-head">
              <Avatar name={displayName} hue={hue} size={28} />
              <CheckSetting
                label={displayName}
                {...(owns && { note: words().manage.owner })}
                checked={member !== undefined}
                disabled={owns}
                onChange={(joins) =>
                  act(joins ? putMember(server.id, id, []) : removeMember(server.id, id))
                }
              />
            </div>
            {member && <RoleTicks server={server} personId={id} held={member.roles} act={act} />}
          </li>
        );
      })}
    </ul>
  );
}
