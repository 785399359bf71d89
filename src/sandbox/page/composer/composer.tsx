/** The composer, for plain messages and for a picked command. */
import { useMemo, useState } from 'preact/hooks';
import type { APIApplicationCommand } from 'discord-api-types/v10';
import type { Channel, GuideCommand, View } from '../../protocol/protocol.ts';
import { takesDrops } from '../parts/file-drop.ts';
import { useScene } from '../state/context.ts';
import { useStored } from '../state/stored.ts';
import { callableCommands, type CallableCommand } from './callable.ts';
import { CommandEntry } from './command-entry.tsx';
import { mentionableIn, withMentions } from './mentions.ts';
import { Notice } from './notice.tsx';
import { TextEntry } from './text-entry.tsx';
import { useAttachments } from './use-attachments.ts';
import { useCommand } from './use-command.ts';
import { words } from '../words/words.ts';

export interface ComposerProps {
  readonly channel: Channel;
  readonly commands: readonly APIApplicationCommand[];
  /** A command that was clicked elsewhere, to be filled in here. */
  readonly offered: GuideCommand | null;
}

export function Composer({ channel, commands, offered }: ComposerProps) {
  const { model, view, actions } = useScene();
  const callable = useCallable(commands, view.person.locale);
  const here = `${view.person.id} ${channel.id}`;
  const [text, setText] = useStored(`text ${here}`, '');
  const attachments = useAttachments(`files ${here}`);
  const { draft, setDraft, begin, settle } = useCommand(channel.id, callable, offered);
  const { busy, once } = useOnce();
  const sent = (content: string): void => {
    setText('');
    attachments.clear();
    if (isUnheard(view, channel, content)) actions.notify(words().write.unheard(view.bot.name));
  };
  const say = (): void => {
    const content = withMentions(text.trim(), mentionableIn(view, channel.serverId));
    const ids = attachments.files.map((file) => file.id);
    if (!content && ids.length === 0) return;
    void once(
      () => actions.say(channel.id, content, ids),
      () => sent(content),
    );
  };
  const run = (): void => {
    const values = settle();
    if (!draft || !values) return;
    void once(
      () => actions.run(channel.id, draft.command.path, values),
      () => setDraft(null),
    );
  };
  const pick = (command: CallableCommand, words: string): void => {
    setText('');
    begin(command, words);
  };
  const type = (typed: string): void => {
    setText(typed);
    if (model.notice) actions.notify(null);
  };
  return (
    <section
      class="composer"
      aria-label={words().write.label}
      {...takesDrops((files) => (draft ? undefined : attachments.attach(files)))}
    >
      {model.notice && <Notice {...model.notice} onClose={() => actions.notify(null)} />}
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
          placeholder={words().write.to(nameOf(channel))}
          text={text}
          attachments={attachments}
          onText={type}
          onPick={pick}
          onSend={say}
          onUnknown={(typed) => actions.notify(words().write.unknown(typed))}
        />
      )}
    </section>
  );
}

const useCallable = (commands: ComposerProps['commands'], locale: string) =>
  useMemo(() => callableCommands(commands, locale), [commands, locale]);

const nameOf = ({ serverId, name }: Channel): string =>
  serverId === null ? `@${name}` : `#${name}`;

/** People who have seen the hint since the page was opened. */
const hinted = new Set<string>();

/** Whether the bot cannot read the message; true once for each person. */
function isUnheard({ bot, person }: View, { serverId }: Channel, content: string): boolean {
  const isRead = serverId === null || bot.readsMessages || content.includes(`<@${bot.userId}>`);
  if (isRead || hinted.has(person.id)) return false;
  hinted.add(person.id);
  return true;
}

/** Ignores further calls while one is running, such as a second press. */
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
