/** The servers a person is in, and their roles there. */
import type { ManagedRole, ManagedServer } from '../../protocol/protocol.ts';
import { RoleDot } from '../parts/role-dot.tsx';
import { changeServer, putMember, removeMember } from '../state/api.ts';
import { words } from '../words/words.ts';
import { CheckSetting } from './settings.tsx';
import { useSentWhole, type SettingsProps } from './use-managed.ts';

export interface MembershipsProps {
  readonly personId: string;
  readonly servers: readonly ManagedServer[];
  readonly act: (work: Promise<unknown>) => void;
}

export function Memberships({ personId, servers, act }: MembershipsProps) {
  return (
    <ul class="memberships">
      {servers.map((server) => (
        <li key={server.id}>
          <Membership personId={personId} server={server} act={act} />
        </li>
      ))}
    </ul>
  );
}

type MembershipProps = Omit<MembershipsProps, 'servers'> & { readonly server: ManagedServer };

function Membership({ personId, server, act }: MembershipProps) {
  const member = server.members.find((other) => other.personId === personId);
  const owns = server.ownerId === personId;
  const say = words().manage.people;
  return (
    <>
      <div class="membership-head">
        <CheckSetting
          label={server.name}
          {...(owns && { note: say.ownsServer })}
          checked={member !== undefined}
          disabled={owns}
          onChange={(joins) =>
            act(joins ? putMember(server.id, personId, []) : removeMember(server.id, personId))
          }
        />
        {member && !owns && (
          <button
            type="button"
            class="link"
            aria-label={say.makeOwnerOf(server.name)}
            onClick={() => act(changeServer(server.id, { ownerId: personId }))}
          >
            {say.makeOwner}
          </button>
        )}
      </div>
      {member && <RoleTicks server={server} personId={personId} held={member.roles} act={act} />}
    </>
  );
}

export interface RoleTicksProps {
  readonly server: {
    readonly id: string;
    readonly name: string;
    readonly roles: readonly Pick<ManagedRole, 'id' | 'name' | 'color'>[];
  };
  readonly personId: string;
  readonly held: readonly string[];
  readonly act: SettingsProps['act'];
}

/** Checkboxes for all roles except @everyone. */
export function RoleTicks({ server, personId, held, act }: RoleTicksProps) {
  const { latest, change } = useSentWhole(held, async (roles) =>
    putMember(server.id, personId, roles),
  );
  const roles = server.roles.filter(({ id }) => id !== server.id);
  if (roles.length === 0) return null;
  const toggle = (id: string): void => {
    const now = latest();
    act(change(now.includes(id) ? now.filter((other) => other !== id) : [...now, id]));
  };
  return (
    <div class="role-ticks" role="group" aria-label={words().manage.people.rolesIn(server.name)}>
      {roles.map(({ id, name, color }) => (
        <label key={id} class="role-chip">
          <input type="checkbox" checked={held.includes(id)} onChange={() => toggle(id)} />
          <RoleDot color={color} />
          <span>{name}</span>
        </label>
      ))}
    </div>
  );
}
