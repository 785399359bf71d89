/** The composer for plain text; a slash at the start opens the command picker. */
import type { RefObject } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { FileList } from '../form/file-field.tsx';
import { arrowStep } from '../parts/arrow-step.ts';
import { takePasted } from '../parts/file-drop.ts';
import { Icon } from '../parts/icons.tsx';
import { AttachButton } from './attach-button.tsx';
import {
  isCommandNamedBy,
  searchCommands,
  typedCommand,
  type CallableCommand,
} from './callable.ts';
import { CommandPicker } from './command-picker.tsx';
import type { Attachments } from './use-attachments.ts';
import { words } from '../words/words.ts';

export interface TextEntryProps {
  readonly commands: readonly CallableCommand[];
  readonly placeholder: string;
  readonly text: string;
  readonly attachments: Attachments;
  readonly onText: (text: string) => void;
  /** With the words after its name. */
  readonly onPick: (command: CallableCommand, words: string) => void;
  readonly onSend: () => void;
  /** Called if no command matches the text after a slash. */
  readonly onUnknown: (typed: string) => void;
}

/** Discord's limit for a message. */
const lengthMax = 2000;
const plain = {
  'aria-autocomplete': 'list',
  class: 'composer-text',
  rows: 1,
  autocomplete: 'off',
  maxLength: lengthMax,
} as const;

export function TextEntry(props: TextEntryProps) {
  const { commands, placeholder, text, onText, onSend } = props;
  const { files, attach, remove } = props.attachments;
  // Null until an entry of the list was selected.
  const [pointed, setPointed] = useState<number | null>(null);
  const [closed, setClosed] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const slash = /^\/[^\n]*$/.test(text);
  const listed = slash ? searchCommands(text.slice(1), commands) : [];
  const open = slash && !closed;
  const at = pointed ?? firstActive(text.slice(1), listed);
  useFocusAtStart(area);
  const onPick = (command: CallableCommand): void =>
    props.onPick(command, typedCommand(text.slice(1), [command])?.rest ?? '');
  const onInput = (typed: string): void => {
    setClosed(false);
    setPointed(null);
    const match = typed.startsWith('/') ? typedCommand(typed.slice(1), commands) : null;
    if (match?.rest === '' && typed.endsWith(' ')) props.onPick(match.command, '');
    else onText(typed);
  };
  const onEnter = (): void => {
    const command = listed[at];
    if (slash && command) onPick(command);
    else if (slash) props.onUnknown(text.trim());
    else onSend();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const step = arrowStep(event);
    const command = open ? listed[Math.max(0, at)] : undefined;
    if (event.key === 'Enter' && !event.shiftKey) onEnter();
    else if (open && event.key === 'Escape') setClosed(true);
    else if (command && event.key === 'Tab' && !event.shiftKey) onPick(command);
    else if (command && step !== 0) setPointed(stepFrom(at, step, listed.length));
    else return;
    event.preventDefault();
  };
  return (
    <>
      {open && (
        <CommandPicker
          id={listId}
          commands={listed}
          active={at}
          onPoint={setPointed}
          onPick={onPick}
        />
      )}
      <FileList files={files} onRemove={remove} />
      <div class="composer-line">
        <AttachButton onFiles={attach} />
        <textarea
          ref={area}
          {...plain}
          aria-label={placeholder}
          placeholder={placeholder}
          {...(open && listProps(listId, at in listed ? at : null))}
          value={text}
          onInput={(event) => onInput(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onPaste={(event) => takePasted(event, attach)}
        />
        <SendButton disabled={!text.trim() && files.length === 0} onSend={onEnter} />
      </div>
    </>
  );
}

const listProps = (listId: string, at: number | null) => ({
  'aria-controls': listId,
  'aria-activedescendant': at === null ? undefined : `${listId}-${at}`,
});

/** The index of the match that Enter accepts; -1 if it is too weak. */
function firstActive(typed: string, listed: readonly CallableCommand[]): number {
  const [best] = listed;
  return best && isCommandNamedBy(typed, best) ? 0 : -1;
}

/** The next index, wrapping around; -1 is before the first. */
const stepFrom = (at: number, step: number, count: number): number =>
  at < 0 && step < 0 ? count - 1 : (at + step + count) % count;

function SendButton({ disabled, onSend }: { disabled: boolean; onSend: () => void }) {
  return (
    <button
      type="button"
      class="icon-button send"
      aria-label={words().write.send}
      disabled={disabled}
      // The press must not take the focus out of the composer.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onSend}
    >
      <Icon name="send" />
    </button>
  );
}

function useFocusAtStart(area: RefObject<HTMLTextAreaElement | null>): void {
  // A layout effect, because an effect after painting could lose the next key press.
  useLayoutEffect(() => {
    // Not on phones, where the keyboard would cover half of the screen.
    if (matchMedia('(pointer: fine)').matches) area.current?.focus({ preventScroll: true });
  }, [area]);
}
