/** The menu of a message, opened by right click, long press or its button. */
import { useRef, useState } from 'preact/hooks';
import type { ChatMessage } from '../../protocol/protocol.ts';
import { contextCommands } from './context-commands.ts';
import { Icon } from '../parts/icons.tsx';
import { Menu, type MenuGroup, type MenuItem } from '../parts/menu.tsx';
import { faceOf, useScene } from '../state/context.ts';
import { isEphemeral } from './flags.ts';
import { words } from '../words/words.ts';

export interface MenuPoint {
  readonly x: number;
  readonly y: number;
}

export interface MessageMenuProps {
  readonly message: ChatMessage;
  /** The position of the right click. */
  readonly point: MenuPoint | null;
  readonly onClose: () => void;
}

export function MessageMenu({ message, point, onClose }: MessageMenuProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const groups = useMessageActions(message);
  const close = (): void => {
    setOpen(false);
    onClose();
  };
  const shown = open || point !== null;
  return (
    <>
      <button
        ref={button}
        type="button"
        class={shown ? 'icon-button message-more on' : 'icon-button message-more'}
        aria-label={words().message.actions}
        aria-haspopup="menu"
        aria-expanded={shown}
        onClick={() => (shown ? close() : setOpen(true))}
      >
        <Icon name="more" />
      </button>
      {shown && button.current && (
        <Menu
          label={words().message.actions}
          anchor={button.current}
          point={point ?? undefined}
          groups={groups}
          onClose={close}
        />
      )}
    </>
  );
}

function useMessageActions(message: ChatMessage): MenuGroup[] {
  const { view, place, actions, setInspector } = useScene();
  const bot = faceOf(view, view.bot.userId);
  const run = (name: string) => () => void actions.run(message.channel_id, name, {}, message.id);
  // Message commands cannot be used on ephemeral messages.
  const apps = isEphemeral(message) ? [] : contextCommands(view, place, 'message');
  const { interaction_metadata: metadata, content } = message;
  const own: MenuItem[] = [
    ...(content ? [copyItem(words().message.copyText, content)] : []),
    copyItem(words().message.copyId, message.id),
    ...(metadata
      ? [
          {
            label: words().message.inspectInteraction,
            icon: 'pulse' as const,
            onPick: () => setInspector({ open: true, interactionId: metadata.id }),
          },
        ]
      : []),
    ...(isEphemeral(message)
      ? [
          {
            label: words().message.dismiss,
            icon: 'trash' as const,
            danger: true,
            onPick: () => void actions.dismiss(message.id),
          },
        ]
      : []),
  ];
  return [
    {
      title: words().places.apps,
      items: apps.map(({ name }) => ({
        label: name,
        ...(bot && { face: bot }),
        onPick: run(name),
      })),
    },
    { items: own },
  ];
}

const copyItem = (label: string, text: string): MenuItem => ({
  label,
  icon: 'copy',
  onPick: () => void navigator.clipboard.writeText(text).catch(() => undefined),
});
