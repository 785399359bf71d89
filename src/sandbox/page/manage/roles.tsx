/** A server's roles: names, colours and permissions. */
import { useState } from 'preact/hooks';
import type { ManagedRole } from '../../protocol/protocol.ts';
import { RoleDot } from '../parts/role-dot.tsx';
import { addRole, changeRole, removeRole } from '../state/api.ts';
import { words } from '../words/words.ts';
import { allows, permissions, withPermission } from './permissions.ts';
import { AddForm, CheckSetting, DeleteButton, TextSetting } from './settings.tsx';
import { useSentWhole, type SettingsProps } from './use-managed.ts';

export function Roles({ server, act }: SettingsProps) {
  const [chosenId, setChosenId] = useState(server.id);
  const role = server.roles.find(({ id }) => id === chosenId) ?? server.roles[0];
  const add = async (name: string): Promise<void> => {
    const changed = await addRole(server.id, name);
    setChosenId(changed.roles.at(-1)?.id ?? server.id);
  };
  return (
    <div class="manager inner">
      <div class="manager-side">
        <ul class="manager-list">
          {server.roles.map(({ id, name, color }) => (
            <li key={id}>
              <button
                type="button"
                class={id === role?.id ? 'person current' : 'person'}
                aria-current={id === role?.id ? 'true' : undefined}
                onClick={() => setChosenId(id)}
              >
                <RoleDot color={color} />
                <span class="person-text">
                  <span>{name}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
        <AddForm label={words().manage.role.newName} max={100} onAdd={(name) => act(add(name))} />
      </div>
      {role && <RoleSettings key={role.id} server={server} role={role} act={act} />}
    </div>
  );
}

function RoleSettings({ server, role, act }: SettingsProps & { readonly role: ManagedRole }) {
  const say = words().manage.role;
  const isEveryone = role.id === server.id;
  const change = (wanted: Parameters<typeof changeRole>[2]): void =>
    act(changeRole(server.id, role.id, wanted));
  const allowed = useSentWhole(role.permissions, async (permissions) =>
    changeRole(server.id, role.id, { permissions }),
  );
  return (
    <div class="manager-main">
      <h3>{role.name}</h3>
      {!isEveryone && (
        <>
          <TextSetting
            label={say.name}
            max={100}
            value={role.name}
            onSave={(name) => change({ name })}
          />
          <label class="small-field">
            <span>{say.colour}</span>
            <input
              type="color"
              class="text-input"
              value={`#${role.color.toString(16).padStart(6, '0')}`}
              onChange={(event) =>
                change({ color: Number.parseInt(event.currentTarget.value.slice(1), 16) })
              }
            />
          </label>
        </>
      )}
      <h4>{say.permissions}</h4>
      <div role="group" aria-label={say.permissionsOf(role.name)}>
        {permissions().map((permission) => (
          <CheckSetting
            key={permission.name}
            label={permission.name}
            {...(permission.note !== undefined && { note: permission.note })}
            checked={allows(role.permissions, permission)}
            onChange={(isAllowed) =>
              act(allowed.change(withPermission(allowed.latest(), permission, isAllowed)))
            }
          />
        ))}
      </div>
      {!isEveryone && (
        <DeleteButton
          what={say.it}
          warning={say.removed(role.name)}
          onDelete={() => act(removeRole(server.id, role.id))}
        />
      )}
    </div>
  );
}
