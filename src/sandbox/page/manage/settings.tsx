/** The controls of the settings; each saves immediately. */
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { words } from '../words/words.ts';
import type { Outcome } from './use-managed.ts';

export interface TextSettingProps {
  readonly label: string;
  readonly value: string;
  readonly max: number;
  readonly disabled?: boolean;
  readonly mayBeEmpty?: boolean;
  readonly onSave: (text: string) => void;
}

/** Saved with Enter or on losing focus; Escape restores the old value. */
export function TextSetting(props: TextSettingProps) {
  const { label, value, max, disabled = false, mayBeEmpty = false, onSave } = props;
  const [text, setText] = useState(value);
  const [shown, setShown] = useState(value);
  // Set while rendering: an effect would run later and overwrite newly typed text.
  if (shown !== value) {
    setShown(value);
    setText(value);
  }
  const save = (): void => {
    if (text.trim() === '' && !mayBeEmpty) setText(value);
    else if (text.trim() !== value) onSave(text.trim());
  };
  return (
    <label class="small-field">
      <span>{label}</span>
      <input
        class="text-input"
        maxLength={max}
        autocomplete="off"
        value={text}
        disabled={disabled}
        onInput={(event) => setText(event.currentTarget.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === 'Enter') save();
          if (event.key !== 'Escape' || text === value) return;
          event.preventDefault();
          setText(value);
        }}
      />
    </label>
  );
}

export interface CheckSettingProps {
  readonly label: string;
  readonly note?: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function CheckSetting(props: CheckSettingProps) {
  const { label, note, checked, disabled = false, onChange } = props;
  const noteId = useId();
  return (
    <label class="option-row">
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        aria-describedby={note ? noteId : undefined}
        onChange={() => onChange(!checked)}
      />
      <span class="option-text">
        <span>{label}</span>
        {note && (
          <span id={noteId} class="option-description">
            {note}
          </span>
        )}
      </span>
    </label>
  );
}

export interface AddFormProps {
  readonly label: string;
  readonly max: number;
  readonly onAdd: (name: string) => void;
}

/** A name field with a button. */
export function AddForm({ label, max, onAdd }: AddFormProps) {
  const [name, setName] = useState('');
  return (
    <form
      class="add-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === '') return;
        onAdd(name.trim());
        setName('');
      }}
    >
      <input
        class="text-input"
        aria-label={label}
        placeholder={label}
        required
        maxLength={max}
        autocomplete="off"
        value={name}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <button type="submit" class="button primary">
        {words().person.add}
      </button>
    </form>
  );
}

export interface DeleteButtonProps {
  /** The thing to delete: `the role`, `#general`. */
  readonly what: string;
  /** What else will be deleted. */
  readonly warning: string;
  readonly onDelete: () => void;
}

/** Asks for confirmation before it deletes. */
export function DeleteButton({ what, warning, onDelete }: DeleteButtonProps) {
  const [asked, setAsked] = useState(false);
  const say = words().manage;
  const keep = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (asked) keep.current?.focus();
  }, [asked]);
  if (!asked) {
    return (
      <button type="button" class="button danger" onClick={() => setAsked(true)}>
        {say.remove(what)}
      </button>
    );
  }
  return (
    <div class="ask-delete" role="group" aria-label={say.removeAsked(what)}>
      <p>{warning}</p>
      <button type="button" class="button danger" onClick={onDelete}>
        {say.removeSure(what)}
      </button>
      <button type="button" class="button" ref={keep} onClick={() => setAsked(false)}>
        {words().cancel}
      </button>
    </div>
  );
}

export function OutcomeLine({ outcome }: { outcome: Outcome | null }) {
  return (
    <p role="status" class={outcome?.wrong ? 'outcome wrong' : 'outcome'}>
      {outcome?.text}
    </p>
  );
}
