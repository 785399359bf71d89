/** The composer while it holds plain text; a slash at its start opens the command picker. */
import type { RefObject } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { FileList } from '../form/file-field.tsx';
import { arrowStep } from '../parts/arrow-step.ts';
import { takePasted } from '../parts/file-drop.ts';
import { Icon } from '../parts/icons.tsx';
import { AttachButton } from './attach-button.tsx';
import { searchCommands, typedCommand, type CallableCommand } from './callable.ts';
import { CommandPicker } from './command-picker.tsx';
import type { Attachments } from './use-attachments.ts';

export interface TextEntryProps {
  readonly commands: readonly CallableCommand[];
  readonly placeholder: string;
  readonly text: string;
  readonly attachments: Attachments;
  readonly onText: (text: string) => void;
  readonly onPick: (command: CallableCommand) => void;
  readonly onSend: () => void;
  /** Nothing matches what begins with a slash. */
  readonly onUnknown: (typed: string) => void;
}

/** Discord's limit for a message. */
const lengthMax = 2000;
const plain = {
  class: 'composer-text',
  rows: 1,
  autocomplete: 'off',
  maxLength: lengthMax,
} as const;

export function TextEntry(props: TextEntryProps) {
  const { commands, placeholder, text, onText, onPick, onSend } = props;
  const { files, attach, remove } = props.attachments;
  const [active, setActive] = useState(0);
  const [closed, setClosed] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const slash = /^\/[^\n]*$/.test(text);
  const listed = slash ? searchCommands(text.slice(1), commands) : [];
  const open = slash && !closed;
  const at = Math.min(active, Math.max(0, listed.length - 1));
  useFocusAtStart(area);
  const onInput = (typed: string): void => {
    setClosed(false);
    setActive(0);
    const match = typed.startsWith('/') ? typedCommand(typed.slice(1), commands) : null;
    if (match?.rest === '' && typed.endsWith(' ')) onPick(match.command);
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
    const command = open ? listed[at] : undefined;
    if (event.key === 'Enter' && !event.shiftKey) onEnter();
    else if (open && event.key === 'Escape') setClosed(true);
    else if (command && event.key === 'Tab' && !event.shiftKey) onPick(command);
    else if (command && step !== 0) setActive((at + step + listed.length) % listed.length);
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
          onPoint={setActive}
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
          aria-autocomplete="list"
          aria-controls={open ? listId : undefined}
          aria-activedescendant={open && listed.length > 0 ? `${listId}-${at}` : undefined}
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

function SendButton({ disabled, onSend }: { disabled: boolean; onSend: () => void }) {
  return (
    <button
      type="button"
      class="icon-button send"
      aria-label="Send"
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
  // Before the next key can be pressed; an effect after the painting would lose it.
  useLayoutEffect(() => {
    // On a phone the keyboard would cover half of what there is to read.
    if (matchMedia('(pointer: fine)').matches) area.current?.focus({ preventScroll: true });
  }, [area]);
}
