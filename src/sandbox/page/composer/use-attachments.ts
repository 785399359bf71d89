/** The files attached to the next message. */
import type { UploadedFile } from '../../protocol/protocol.ts';
import { useScene } from '../state/context.ts';
import { useStored } from '../state/stored.ts';
import { words } from '../words/words.ts';

/** Discord's limit for a message. */
const attachmentsMax = 10;

export interface Attachments {
  readonly files: readonly UploadedFile[];
  readonly attach: (chosen: readonly File[]) => void;
  readonly remove: (id: string) => void;
  readonly clear: () => void;
}

/** Stored under a key until they are sent. */
export function useAttachments(name: string): Attachments {
  const { actions } = useScene();
  const [files, setFiles] = useStored<readonly UploadedFile[]>(name, []);
  const attach = async (chosen: readonly File[]): Promise<void> => {
    const room = attachmentsMax - files.length;
    const uploads = await Promise.all(chosen.slice(0, room).map((file) => actions.upload(file)));
    setFiles((known) => [...known, ...uploads.filter((file) => file !== null)]);
    if (chosen.length > room) actions.notify(words().write.filesMost(attachmentsMax));
  };
  return {
    files,
    attach: (chosen) => void attach(chosen),
    remove: (id) => setFiles((known) => known.filter((file) => file.id !== id)),
    clear: () => setFiles([]),
  };
}
