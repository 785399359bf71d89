/** Who may use the bot's commands in a server, and where: for all commands or for one. */
import type {
  APIApplicationCommandPermission,
  ApplicationCommandType,
} from 'discord-api-types/v10';
import { useState } from 'preact/hooks';
import { permitCommand } from '../state/api.ts';
import { useScene } from '../state/context.ts';
import { words } from '../words/words.ts';
import { overwriteKind, verdictOf, withVerdict, type Subject, type Verdict } from './overwrites.ts';
import { useSentWhole, type SettingsProps } from './use-managed.ts';

/** The subject of overwrites. */
interface Target {
  readonly id: string;
  readonly name: string;
}
const slash = 1 as ApplicationCommandType.ChatInput;

export function CommandAccess({ server, act }: SettingsProps) {
  const { applicationId, commands, commandPermissions } = server;
  const say = words().manage.access;
  const [chosenId, setChosenId] = useState(applicationId);
  const targets: readonly Target[] = [
    { id: applicationId, name: say.all },
    ...commands.map(({ id, name, type }) => ({ id, name: type === slash ? `/${name}` : name })),
  ];
  const chosen = targets.find(({ id }) => id === chosenId) ?? targets[0];
  return (
    <div class="manager inner">
      <div class="manager-side">
        <ul class="manager-list">
          {targets.map(({ id, name }) => (
            <li key={id}>
              <button
                type="button"
                class={id === chosen?.id ? 'person current' : 'person'}
                aria-current={id === chosen?.id ? 'true' : undefined}
                onClick={() => setChosenId(id)}
              >
                <span class="person-text">
                  <span>{name}</span>
                  {commandPermissions[id] && <span class="entry-note">{say.changed}</span>}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </div>
      {chosen && <Overwrites key={chosen.id} server={server} act={act} target={chosen} />}
    </div>
  );
}

function Overwrites({ server, act, target }: SettingsProps & { readonly target: Target }) {
  const { view } = useScene();
  const say = words().manage.access;
  const isAll = target.id === server.applicationId;
  const overwrites = server.commandPermissions[target.id] ?? [];
  const members = view.people.filter((person) =>
    server.members.some(({ personId }) => personId === person.id),
  );
  const { latest, change } = useSentWhole(overwrites, async (changed) =>
    permitCommand(server.id, target.id, changed),
  );
  const onChange = (subject: Subject, verdict: Verdict): void =>
    act(change(withVerdict(latest(), subject, verdict)));
  const shared = { overwrites, onChange };
  const everywhere = { id: `${BigInt(server.id) - 1n}`, name: say.allChannels };
  return (
    <div class="manager-main">
      <h3>{target.name}</h3>
      <p class="entry-note">{isAll ? say.allNote : say.oneNote}</p>
      <Choices
        title={words().manage.roles}
        type={overwriteKind.role}
        of={server.roles}
        {...shared}
      />
      <Choices
        title={words().manage.members}
        type={overwriteKind.user}
        of={members.map(({ id, displayName }) => ({ id, name: displayName }))}
        {...shared}
      />
      <Choices
        title={words().manage.channels}
        type={overwriteKind.channel}
        of={[everywhere, ...server.channels.map(({ id, name }) => ({ id, name: `#${name}` }))]}
        {...shared}
      />
    </div>
  );
}

interface ChoicesProps {
  readonly title: string;
  readonly type: APIApplicationCommandPermission['type'];
  readonly of: readonly Target[];
  readonly overwrites: readonly APIApplicationCommandPermission[];
  readonly onChange: (subject: Subject, verdict: Verdict) => void;
}

function Choices({ title, type, of, overwrites, onChange }: ChoicesProps) {
  const say = words().manage.access;
  return (
    <>
      <h4>{title}</h4>
      <ul class="plain-list command-access">
        {of.map(({ id, name }) => (
          <li key={id}>
            <span>{name}</span>
            <select
              class="text-input"
              aria-label={name}
              value={verdictOf(overwrites, { id, type })}
              onChange={(event) => {
                const verdict = event.currentTarget.value as Verdict;
                onChange({ id, type }, verdict);
              }}
            >
              <option value="default">{say.default}</option>
              <option value="allowed">{say.allowed}</option>
              <option value="denied">{say.denied}</option>
            </select>
          </li>
        ))}
      </ul>
    </>
  );
}
