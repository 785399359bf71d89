/** A form field for files, which are chosen or dropped onto it. */
import { useRef, useState } from 'preact/hooks';
import type { UploadedFile } from '../../protocol/protocol.ts';
import { formatSize } from '../parts/media-url.ts';
import { takesDrops } from '../parts/file-drop.ts';
import { Icon } from '../parts/icons.tsx';
import { useScene } from '../state/context.ts';
import type { FieldControl } from './field-control.ts';
import { words } from '../words/words.ts';

export interface FileFieldProps {
  readonly ids: readonly string[];
  readonly max: number;
  readonly control: FieldControl;
}

export function FileField({ ids, max, control }: FileFieldProps) {
  const { actions } = useScene();
  const picker = useRef<HTMLInputElement>(null);
  const [known, setKnown] = useState<readonly UploadedFile[]>([]);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const files = ids.flatMap((id) => known.find((file) => file.id === id) ?? []);
  const take = async (chosen: readonly File[]): Promise<void> => {
    if (busy || chosen.length === 0) return;
    const room = max - ids.length;
    setBusy(true);
    const uploads = await Promise.all(chosen.slice(0, room).map((file) => actions.upload(file)));
    setBusy(false);
    const added = uploads.filter((file) => file !== null);
    const wrong = added.length < Math.min(chosen.length, room);
    setProblem(
      wrong ? 'A file was not added: it is empty or larger than 10 MiB.' : tooMany(chosen, room),
    );
    setKnown([...known, ...added]);
    control.onChange([...ids, ...added.map((file) => file.id)]);
  };
  const full = ids.length >= max;
  return (
    <div
      class={control.invalid ? 'file-field invalid' : 'file-field'}
      {...takesDrops((dropped) => void take(dropped))}
    >
      <FileList
        files={files}
        onRemove={(id) => control.onChange(ids.filter((other) => other !== id))}
      />
      {!full && (
        <button
          id={control.id}
          type="button"
          class="file-choose"
          aria-labelledby={`${control.labelledBy} ${control.id}`}
          aria-describedby={control.describedBy}
          aria-invalid={control.invalid || undefined}
          onClick={() => picker.current?.click()}
        >
          <Icon name="clip" />
          {busy
            ? words().form.uploading
            : max > 1
              ? words().form.chooseFiles(max)
              : words().form.chooseFile}
        </button>
      )}
      {problem && (
        <p class="field-problem" role="alert">
          {problem}
        </p>
      )}
      <input
        ref={picker}
        type="file"
        hidden
        multiple={max > 1}
        tabIndex={-1}
        aria-label={`Files for ${control.label}`}
        onChange={(event) => {
          void take([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}

const tooMany = (chosen: readonly File[], room: number): string | null =>
  chosen.length > room ? words().form.tooManyFiles : null;

export interface FileListProps {
  readonly files: readonly UploadedFile[];
  readonly onRemove: (id: string) => void;
}

/** Files to be sent. */
export function FileList({ files, onRemove }: FileListProps) {
  if (files.length === 0) return null;
  return (
    <ul class="pending-files">
      {files.map((file) => (
        <li key={file.id}>
          <Icon name="file" />
          <span class="pending-name">{file.name}</span>
          <span class="file-size">{formatSize(file.size)}</span>
          <button
            type="button"
            class="icon-button"
            aria-label={`Remove ${file.name}`}
            onClick={() => onRemove(file.id)}
          >
            <Icon name="close" size={16} />
          </button>
        </li>
      ))}
    </ul>
  );
}
