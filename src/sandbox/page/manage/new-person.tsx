import { useState } from 'preact/hooks';
import type { Person } from '../../protocol/protocol.ts';
import { addPerson, Refusal } from '../state/api.ts';
import { words } from '../words/words.ts';

/** The form that adds a person. */
export function NewPerson({ onAdded }: { onAdded: (person: Person) => void }) {
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const add = async (): Promise<void> => {
    if (!name.trim()) return setProblem(words().person.nameMissing);
    try {
      onAdded(await addPerson(name.trim()));
      setName('');
      return setProblem(null);
    } catch (error) {
      return setProblem(error instanceof Refusal ? error.message : words().failed);
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
        aria-label={words().person.newName}
        placeholder={words().person.newPerson}
        maxLength={32}
        autocomplete="off"
        value={name}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <button type="submit" class="button primary">
        {words().person.add}
      </button>
      {problem && (
        <p class="field-problem" role="alert">
          {problem}
        </p>
      )}
    </form>
  );
}
