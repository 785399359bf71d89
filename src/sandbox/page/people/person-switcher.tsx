/** Who is sitting here: everybody in this world can be played, and new people can be added. */
import { useRef, useState } from 'preact/hooks';
import type { Person } from '../../protocol.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Badge } from '../parts/badge.tsx';
import { Icon } from '../parts/icons.tsx';
import { Popover } from '../parts/popover.tsx';
import { addPerson, Refusal } from '../state/api.ts';
import { useScene } from '../state/context.ts';

export function PersonSwitcher() {
  const { view } = useScene();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const waiting = Object.values(view.unread.people).reduce((sum, count) => sum + count, 0);
  return (
    <div class="switcher">
      <button
        ref={button}
        type="button"
        class="switcher-button"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Avatar name={view.person.displayName} hue={view.person.hue} size={32} online />
        <span class="switcher-text">
          <span class="switcher-hint">You are</span>
          <span class="switcher-name">{view.person.displayName}</span>
          <span class="spoken">Switch person</span>
        </span>
        <Badge count={waiting} label="unread for other people" />
        <Icon name="down" />
      </button>
      {open && button.current && (
        <Popover
          anchor={button.current}
          side="above"
          kind="switcher-popup"
          label="People"
          onClose={() => setOpen(false)}
        >
          <People onDone={() => setOpen(false)} />
        </Popover>
      )}
    </div>
  );
}

function People({ onDone }: { onDone: () => void }) {
  const { view, becomePerson } = useScene();
  return (
    <>
      <p class="popup-title">Who are you?</p>
      <ul class="people">
        {view.people.map((person) => (
          <li key={person.id}>
            <button
              type="button"
              class={person.id === view.person.id ? 'person current' : 'person'}
              aria-current={person.id === view.person.id ? 'true' : undefined}
              onClick={() => {
                becomePerson(person.id);
                onDone();
              }}
            >
              <Avatar name={person.displayName} hue={person.hue} size={32} />
              <span class="person-text">
                <span>{person.displayName}</span>
                <span class="person-note">{noteOf(person)}</span>
              </span>
              <Badge count={view.unread.people[person.id] ?? 0} label="unread" />
              {person.id === view.person.id && <Icon name="check" size={16} />}
            </button>
            <a
              class="icon-button"
              href={`#/${person.id}`}
              target="_blank"
              rel="noreferrer noopener"
              aria-label={`Be ${person.displayName} in a new tab`}
              title="In a new tab"
            >
              <Icon name="open" size={16} />
            </a>
          </li>
        ))}
      </ul>
      <NewPerson onDone={onDone} />
    </>
  );
}

const noteOf = (person: Person): string =>
  person.ownsApplication ? `${person.username} · owns the application` : person.username;

function NewPerson({ onDone }: { onDone: () => void }) {
  const { becomePerson } = useScene();
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const add = async (): Promise<void> => {
    if (!name.trim()) return setProblem('Give the new person a name.');
    try {
      const person = await addPerson(name.trim());
      becomePerson(person.id);
      return onDone();
    } catch (error) {
      return setProblem(error instanceof Refusal ? error.message : 'It did not work.');
    }
  };
  return (
    <form
      class="new-person"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <input
        class="text-input"
        aria-label="Name of a new person"
        placeholder="New person"
        maxLength={32}
        autocomplete="off"
        value={name}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <button type="submit" class="button primary">
        Add
      </button>
      {problem && (
        <p class="field-problem" role="alert">
          {problem}
        </p>
      )}
    </form>
  );
}
