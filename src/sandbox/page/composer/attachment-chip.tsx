/** An option that takes a file. */
import { useRef, useState } from 'preact/hooks';
import type { UploadedFile } from '../../protocol/protocol.ts';
import { takesDrops } from '../parts/file-drop.ts';
import { Icon } from '../parts/icons.tsx';
import { useScene } from '../state/context.ts';
import { type CommandOption, shownName } from './callable.ts';
import { words } from '../words/words.ts';

export interface AttachmentChipProps {
  readonly option: CommandOption;
  /** The file's name, once there is one. */
  readonly text: string;
  readonly invalid: boolean;
  readonly panelId: string;
  readonly onFile: (file: UploadedFile) => void;
  readonly onFocus: () => void;
  readonly onInput: (text: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

export function AttachmentChip(props: AttachmentChipProps) {
  const { option, text, invalid, panelId, onFile, onFocus, onInput, onKeyDown } = props;
  const { actions } = useScene();
  const picker = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const take = async (file: File | undefined): Promise<void> => {
    if (!file || busy) return;
    setBusy(true);
    const uploaded = await actions.upload(file);
    setBusy(false);
    if (uploaded) onFile(uploaded);
  };
  const onKey = (event: KeyboardEvent): void => {
    // Without a file, Enter opens the file dialog instead of sending the command.
    if (event.key === 'Enter' && text === '') return;
    if (event.key === 'Backspace' && text !== '') onInput('');
    else onKeyDown(event);
  };
  return (
    <span
      class={invalid ? 'chip invalid' : 'chip'}
      data-option={option.name}
      {...takesDrops((files) => void take(files[0]))}
    >
      <span class="chip-name">{shownName(option)}</span>
      <button
        type="button"
        class="chip-file"
        aria-label={
          text === '' ? `${shownName(option)}: choose a file` : `${shownName(option)}: ${text}`
        }
        aria-describedby={panelId}
        onFocus={onFocus}
        onKeyDown={onKey}
        onClick={() => picker.current?.click()}
      >
        <Icon name="clip" size={16} />
        <span>{busy ? words().form.uploading : text || words().form.chooseFile}</span>
      </button>
      <input
        ref={picker}
        type="file"
        hidden
        tabIndex={-1}
        aria-label={`File for ${shownName(option)}`}
        onChange={(event) => {
          void take(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
    </span>
  );
}
