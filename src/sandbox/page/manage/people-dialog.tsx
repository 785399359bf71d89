/** The dialog for all people: their settings, servers and roles. */
import { useState } from 'preact/hooks';
import type { Person } from '../../protocol/protocol.ts';
import { NewPerson } from './new-person.tsx';
import { Avatar } from '../parts/avatar.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { changePerson } from '../state/api.ts';
import { useScene } from '../state/context.ts';
import { words } from '../words/words.ts';
import { languages } from './languages.ts';
import { Memberships } from './memberships.tsx';
import { CheckSetting, TextSetting, OutcomeLine } from './settings.tsx';
import { useAct, useServers } from './use-managed.ts';

export interface PeopleDialogProps {
  /** The person whose settings are shown first. */
  readonly personId: string;
  readonly onClose: () => void;
}

export function PeopleDialog({ personId, onClose }: PeopleDialogProps) {
  const { view } = useScene();
  const [chosenId, setChosenId] = useState(personId);
  const person = view.people.find(({ id }) => id === chosenId) ?? view.person;
  return (
    <Dialog title={words().places.people} wide onClose={onClose}>
      <div class="manager">
        <div class="manager-side">
          <ul class="manager-list">
            {view.people.map(({ id, displayName, hue }) => (
              <li key={id}>
                <button
                  type="button"
                  class={id === person.id ? 'person current' : 'person'}
                  aria-current={id === person.id ? 'true' : undefined}
                  onClick={() => setChosenId(id)}
                >
                  <Avatar name={displayName} hue={hue} size={28} />
                  <span class="person-text">
                    <span>{displayName}</span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
          <NewPerson onAdded={({ id }) => setChosenId(id)} />
        </div>
        <PersonSettings key={person.id} person={person} onClose={onClose} />
      </div>
    </Dialog>
  );
}

function PersonSettings({ person, onClose }: { person: Person; onClose: () => void }) {
  const { view, becomePerson } = useScene();
  const servers = useServers();
  const { outcome, act } = useAct();
  const say = words().manage.people;
  const change = (wanted: Parameters<typeof changePerson>[1]): void =>
    act(changePerson(person.id, wanted));
  return (
    <div class="manager-main">
      <h3>{person.displayName}</h3>
      <p class="entry-note">{`@${person.username} · ${person.email} · ${person.id}`}</p>
      <OutcomeLine outcome={outcome} />
      <TextSetting
        label={words().manage.name}
        max={32}
        value={person.displayName}
        onSave={(displayName) => change({ displayName })}
      />
      <label class="small-field">
        <span>{say.language}</span>
        <select
          class="text-input"
          value={person.locale}
          onChange={(event) => change({ locale: event.currentTarget.value })}
        >
          {languages(view.person.locale).map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <CheckSetting
        label={say.takesDirect}
        checked={!person.dmsClosed}
        onChange={(open) => change({ dmsClosed: !open })}
      />
      <CheckSetting
        label={say.ownsApp(view.bot.name)}
        note={say.ownsAppNote}
        checked={person.ownsApplication}
        disabled={person.ownsApplication}
        onChange={() => change({ ownsApplication: true })}
      />
      <h4>{say.memberships}</h4>
      {servers && <Memberships personId={person.id} servers={servers} act={act} />}
      {person.id !== view.person.id && (
        <button
          type="button"
          class="button primary"
          onClick={() => {
            onClose();
            becomePerson(person.id);
          }}
        >
          {say.switchTo(person.displayName)}
        </button>
      )}
    </div>
  );
}
