/** Where a person writes: plain messages, and commands once one is picked. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { APIApplicationCommand } from 'discord-api-types/v10';
import type { Channel } from '../../protocol.ts';
import { takesDrops } from '../parts/file-drop.ts';
import { Icon } from '../parts/icons.tsx';
import { useScene } from '../state/context.ts';
import { callableCommands, type CallableCommand } from './callable.ts';
import { CommandEntry } from './command-entry.tsx';
import {
  draftProblems,
  draftValues,
  settleDraft,
  showProblems,
  startDraft,
  type Draft,
} from './draft.ts';
import { exactChoice, optionChoices } from './option-suggestions.ts';
import { TextEntry } from './text-entry.tsx';
import { useAttachments } from './use-attachments.ts';

export interface ComposerProps {
  readonly channel: Channel;
  readonly commands: readonly APIApplicationCommand[];
  /** A command somebody clicked on, to be filled in here. */
  readonly offered: { readonly path: string } | null;
}

export function Composer({ channel, commands, offered }: ComposerProps) {
  const { model, view, actions } = useScene();
  const callable = useMemo(() => callableCommands(commands), [commands]);
  const [text, setText] = useState('');
  const attachments = useAttachments();
  const [draft, setDraft] = useState<Draft | null>(null);
  const { busy, once } = useOnce();
  useEffect(() => {
    const command = callable.find((other) => other.path === offered?.path);
    if (command) setDraft(startDraft(command));
  }, [offered]);
  const sent = (): void => {
    setText('');
    attachments.clear();
  };
  const say = (): void => {
    const content = text.trim();
    const ids = attachments.files.map((file) => file.id);
    if (!content && ids.length === 0) return;
    void once(() => actions.say(channel.id, content, ids), sent);
  };
  const run = (): void => {
    if (!draft) return;
    const settled = settleDraft(draft, (option, typed) =>
      exactChoice(typed, optionChoices(option, view, channel.id) ?? []),
    );
    if (Object.keys(draftProblems(settled)).length > 0) return setDraft(showProblems(settled));
    const values = draftValues(settled);
    void once(
      () => actions.run(channel.id, settled.command.path, values),
      () => setDraft(null),
    );
  };
  const pick = (command: CallableCommand): void => {
    setText('');
    setDraft(startDraft(command));
  };
  const name = channel.serverId === null ? `@${channel.name}` : `#${channel.name}`;
  return (
    <section
      class="composer"
      aria-label="Write"
      {...takesDrops((files) => (draft ? undefined : attachments.attach(files)))}
    >
      {model.notice && <Notice text={model.notice} onClose={() => actions.notify(null)} />}
      {draft ? (
        <CommandEntry
          key={draft.command.path}
          draft={draft}
          channelId={channel.id}
          busy={busy}
          onDraft={setDraft}
          onSend={run}
          onCancel={() => setDraft(null)}
        />
      ) : (
        <TextEntry
          commands={callable}
          placeholder={`Message ${name}`}
          text={text}
          attachments={attachments}
          onText={setText}
          onPick={pick}
          onSend={say}
          onUnknown={(typed) => actions.notify(unknown(typed))}
        />
      )}
    </section>
  );
}

const unknown = (typed: string): string =>
  `There is no command ${typed} here. Type / to see them all.`;

/** Does one thing at a time: what comes while it is under way is a second press. */
function useOnce() {
  const [busy, setBusy] = useState(false);
  const once = async (work: () => Promise<boolean>, done: () => void): Promise<void> => {
    if (busy) return;
    setBusy(true);
    if (await work()) done();
    setBusy(false);
  };
  return { busy, once };
}

function Notice({ text, onClose }: { text: string; onClose: () => void }) {
  return (
    <p class="notice" role="alert">
      <Icon name="alert" size={16} />
      <span>{text}</span>
      <button type="button" class="icon-button" aria-label="Dismiss the notice" onClick={onClose}>
        <Icon name="close" size={16} />
      </button>
    </p>
  );
}
