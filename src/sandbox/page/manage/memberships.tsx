/** The servers a person is in, and their roles there. */
import type { ManagedRole, ManagedServer } from '../../protocol/protocol.ts';
import { RoleDot } from '../parts/role-dot.tsx';
import { changeServer, putMember, removeMember } from '../state/api.ts';
import { words } from '../words/words.ts';
import { CheckSetting } from './settings.tsx';

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
      {member && (
        <RoleTicks
          server={server}
          held={member.roles}
          onChange={(roles) => act(putMember(server.id, personId, roles))}
        />
      )}
    </>
  );
}

export interface RoleTicksProps {
  readonly server: {
    readonly id: string;
    readonly name: string;
    readonly roles: readonly Pick<ManagedRole, 'id' | 'name' | 'color'>[];
  };
  readonly held: readonly string[];
  readonly onChange: (roles: readonly string[]) => void;
}

/** Checkboxes for all roles except @everyone. */
export function RoleTicks({ server, held, onChange }: RoleTicksProps) {
  const roles = server.roles.filter(({ id }) => id !== server.id);
  if (roles.length === 0) return null;
  const toggled = (id: string): readonly string[] =>
    held.includes(id) ? held.filter((other) => other !== id) : [...held, id];
  return (
    <div class="role-ticks" role="group" aria-label={words().manage.people.rolesIn(server.name)}>
      {roles.map(({ id, name, color }) => (
        <label key={id} class="role-chip">
          <input
            type="checkbox"
            checked={held.includes(id)}
            onChange={() => onChange(toggled(id))}
          />
          <RoleDot color={color} />
          <span>{name}</span>
        </label>
      ))}
    </div>
  );
}
