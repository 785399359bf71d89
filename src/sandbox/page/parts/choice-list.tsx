/** A list of choices for keyboard and mouse; searchable if it is long. */
import { useEffect, useId, useState } from 'preact/hooks';
import { arrowStep } from './arrow-step.ts';
import { Avatar } from './avatar.tsx';
import { searchChoices, type Choice } from './choice.ts';
import { Icon } from './icons.tsx';
import { words } from '../words/words.ts';

export interface ChoiceListProps {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly many: boolean;
  readonly searchable: boolean;
  readonly onToggle: (id: string) => void;
  /** Called when Tab leaves the list. */
  readonly onLeave: () => void;
}

export function ChoiceList(props: ChoiceListProps) {
  const { label, choices, chosen, many, searchable, onToggle } = props;
  const [query, setQuery] = useState('');
  const listed = searchChoices(query, choices);
  const [active, setActive] = useState(() =>
    Math.max(
      0,
      choices.findIndex((choice) => chosen.includes(choice.id)),
    ),
  );
  const listId = useId();
  const at = Math.min(active, listed.length - 1);
  useEffect(() => {
    document.getElementById(`${listId}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [at, listId]);
  const keys = {
    'aria-activedescendant': listed.length > 0 ? `${listId}-${at}` : undefined,
    onKeyDown: (event: KeyboardEvent) => {
      if (pressKey(event.key, { ...props, listed, at, setActive })) event.preventDefault();
    },
  };
  return (
    <>
      {searchable && (
        <input
          data-first-focus
          class="choice-search"
          role="combobox"
          aria-expanded="true"
          aria-controls={listId}
          aria-label={`${words().places.search}: ${label}`}
          placeholder={words().places.search}
          autocomplete="off"
          value={query}
          onInput={(event) => {
            setQuery(event.currentTarget.value);
            setActive(0);
          }}
          {...keys}
        />
      )}
      <div
        id={listId}
        class="choices"
        role="listbox"
        aria-label={label}
        aria-multiselectable={many}
        {...(searchable ? {} : { tabIndex: 0, 'data-first-focus': true, ...keys })}
      >
        {listed.map((choice, index) => (
          <ChoiceRow
            key={choice.id}
            id={`${listId}-${index}`}
            choice={choice}
            active={index === at}
            chosen={chosen.includes(choice.id)}
            many={many}
            onPick={() => onToggle(choice.id)}
            onPoint={() => setActive(index)}
          />
        ))}
      </div>
      {listed.length === 0 && <p class="choices-none">{words().places.nothingFound}</p>}
    </>
  );
}

interface KeyContext extends ChoiceListProps {
  readonly listed: readonly Choice[];
  readonly at: number;
  readonly setActive: (index: number) => void;
}

/** Whether the list handled the key. */
function pressKey(key: string, context: KeyContext): boolean {
  const { listed, at, searchable, setActive } = context;
  const choice = listed[at];
  const step = arrowStep({ key });
  if (step !== 0) setActive((at + step + listed.length) % Math.max(1, listed.length));
  else if (key === 'Home' && !searchable) setActive(0);
  else if (key === 'End' && !searchable) setActive(listed.length - 1);
  else if (choice && (key === 'Enter' || (key === ' ' && !searchable))) context.onToggle(choice.id);
  else if (key === 'Tab') context.onLeave();
  else if (!searchable && key.length === 1) setActive(startingWith(key, listed, at));
  else return false;
  return true;
}

/** The next entry that begins with the typed letter. */
function startingWith(letter: string, choices: readonly Choice[], from: number): number {
  const wanted = letter.toLowerCase();
  const turn = choices.map((_choice, index) => (from + 1 + index) % choices.length);
  return turn.find((index) => choices[index]?.label.toLowerCase().startsWith(wanted)) ?? from;
}

interface ChoiceRowProps {
  readonly id: string;
  readonly choice: Choice;
  readonly active: boolean;
  readonly chosen: boolean;
  readonly many: boolean;
  readonly onPick: () => void;
  readonly onPoint: () => void;
}

function ChoiceRow({ id, choice, active, chosen, many, onPick, onPoint }: ChoiceRowProps) {
  return (
    <div
      id={id}
      role="option"
      aria-selected={chosen}
      class={active ? 'choice active' : 'choice'}
      onPointerMove={onPoint}
      // A press must not move the focus out of the list.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPick}
    >
      {choice.face && <Avatar name={choice.face.name} hue={choice.face.hue} size={24} />}
      {choice.mark && <span class="choice-mark">{choice.mark}</span>}
      {choice.emoji && <span class="choice-mark">{choice.emoji}</span>}
      <span class="choice-text">
        <span class="choice-label">{choice.label}</span>
        {choice.description && <span class="choice-description">{choice.description}</span>}
      </span>
      {many && (
        <span class={chosen ? 'tick on' : 'tick'}>{chosen && <Icon name="check" size={14} />}</span>
      )}
      {!many && chosen && (
        <span class="choice-chosen">
          <Icon name="check" size={16} />
        </span>
      )}
    </div>
  );
}
