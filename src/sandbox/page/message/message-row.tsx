/** One message: author, time, content, and notes for its reader. */
import type { MessageType } from 'discord-api-types/v10';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ChatMessage, InteractionView } from '../../protocol/protocol.ts';
import { AppBadge } from '../parts/app-badge.tsx';
import { Avatar } from '../parts/avatar.tsx';
import { Icon } from '../parts/icons.tsx';
import { useNow } from '../parts/use-now.ts';
import { faceOf, useScene, type Face } from '../state/context.ts';
import { formatFull, formatMessageTime, formatShortTime } from '../text/moments.ts';
import { isEphemeral, isThinking } from './flags.ts';
import { MessageBody } from './message-body.tsx';
import { MessageContext, type MessageScene } from './message-context.ts';
import { MessageMenu, type MenuPoint } from './message-menu.tsx';
import { ReplyLine } from './reply-line.tsx';
import { words } from '../words/words.ts';

export interface MessageRowProps {
  readonly message: ChatMessage;
  readonly leads: boolean;
  /** Interactions on this message, or answered by it. */
  readonly interactions: readonly InteractionView[];
}

export function MessageRow({ message, leads, interactions }: MessageRowProps) {
  const { view, actions } = useScene();
  const [menuPoint, setMenuPoint] = useState<MenuPoint | null>(null);
  const own = interactions.filter((interaction) => interaction.messageId === message.id);
  const sent = own.findLast((interaction) => interaction.state === 'sent');
  const failed = own.findLast((interaction) => interaction.state === 'failed');
  const busyCustomId = sent?.customId ?? null;
  const row = useRef<HTMLLIElement>(null);
  useShownWhenChanged(row, message, own.some(isUnderWay));
  const scene: MessageScene = {
    message,
    busyCustomId,
    press: (customId, values) => {
      if (busyCustomId === null) void actions.use(message.id, customId, values);
    },
  };
  const hidden = isEphemeral(message);
  const mentionsMe = message.mentions.some((user) => user.id === view.person.id);
  const classes = ['message', leads && 'leads', hidden && 'ephemeral', mentionsMe && 'pinging'];
  const author = authorOf(message, faceOf(view, message.author.id));
  return (
    <MessageContext.Provider value={scene}>
      <li
        ref={row}
        class={classes.filter(Boolean).join(' ')}
        data-message={message.id}
        onContextMenu={(event) => {
          if (isOfTheBrowser(event.target)) return;
          event.preventDefault();
          setMenuPoint({ x: event.clientX, y: event.clientY });
        }}
      >
        {leads &&
          (message.used_command ? (
            <UsedCommand message={message} />
          ) : (
            <ReplyLine message={message} />
          ))}
        {leads ? <Lead message={message} author={author} /> : <ShortTime message={message} />}
        <div class="message-main">
          {isThinking(message) && !failed ? (
            <p class="thinking">
              <span class="dots" aria-hidden="true" />
              {words().message.thinking(author.name)}
            </p>
          ) : (
            <MessageBody message={message} />
          )}
          {failed && <NoAnswer interaction={failed} />}
          {hidden && <EphemeralNote message={message} />}
        </div>
        {!isThinking(message) && (
          <MessageMenu message={message} point={menuPoint} onClose={() => setMenuPoint(null)} />
        )}
      </li>
    </MessageContext.Provider>
  );
}

const isUnderWay = ({ state }: InteractionView): boolean =>
  state === 'sent' || state === 'updating';

/** Scrolls to a message that changed after the person pressed something. */
function useShownWhenChanged(
  row: { readonly current: HTMLElement | null },
  message: ChatMessage,
  underWay: boolean,
): void {
  const wasUnderWay = useRef(false);
  useLayoutEffect(() => {
    if (wasUnderWay.current) row.current?.scrollIntoView({ block: 'nearest' });
  }, [message]);
  useLayoutEffect(() => {
    wasUnderWay.current = underWay;
  }, [underWay]);
}

/** Whether to show the browser's own menu: for links, pictures and selected text. */
const isOfTheBrowser = (target: EventTarget | null): boolean =>
  (target instanceof Element && target.closest('a, input, textarea') !== null) ||
  String(getSelection()) !== '';

function authorOf(message: ChatMessage, face: Face | null): Face {
  const { id, username, global_name: name, bot = false } = message.author;
  return (
    face ?? { id, username, name: name ?? username, hue: Number(BigInt(id) % 360n), isBot: bot }
  );
}

function Lead({ message, author }: { message: ChatMessage; author: Face }) {
  const { view, showProfile } = useScene();
  const now = useNow(60_000);
  const reader = { now, locale: view.person.locale };
  const open = (event: { readonly currentTarget: Element }): void =>
    showProfile(author.id, event.currentTarget);
  return (
    <>
      <button type="button" class="message-avatar" tabIndex={-1} aria-hidden="true" onClick={open}>
        <Avatar name={author.name} hue={author.hue} />
      </button>
      <div class="message-head">
        <button type="button" class="author" style={{ '--hue': author.hue }} onClick={open}>
          {author.name}
        </button>
        {author.isBot && <AppBadge />}
        <time
          dateTime={message.timestamp}
          title={formatFull(Date.parse(message.timestamp), reader)}
        >
          {formatMessageTime(message.timestamp, reader)}
        </time>
      </div>
    </>
  );
}

function ShortTime({ message }: { message: ChatMessage }) {
  const { view } = useScene();
  const reader = { now: 0, locale: view.person.locale };
  return (
    <time class="short-time" dateTime={message.timestamp}>
      {formatShortTime(message.timestamp, reader)}
    </time>
  );
}

const contextMenuAnswer = 23 as MessageType.ContextMenuCommand;

/** "Anna used /transfer", above the answer. */
function UsedCommand({ message }: { message: ChatMessage }) {
  const { view, showProfile } = useScene();
  const user = message.interaction_metadata?.user;
  if (!user || !message.used_command) return null;
  const face = faceOf(view, user.id);
  const name = face?.name ?? user.global_name ?? user.username;
  return (
    <div class="used">
      <Icon name="reply" size={16} />
      <Avatar name={name} hue={face?.hue ?? 0} size={16} />
      <button
        type="button"
        class="author"
        style={{ '--hue': face?.hue ?? 0 }}
        onClick={(event) => showProfile(user.id, event.currentTarget)}
      >
        {name}
      </button>
      {words().message.used}
      <span class="used-command">
        {message.type === contextMenuAnswer ? message.used_command : `/${message.used_command}`}
      </span>
    </div>
  );
}

function EphemeralNote({ message }: { message: ChatMessage }) {
  const { actions } = useScene();
  return (
    <p class="ephemeral-note">
      <Icon name="eye" size={16} />
      <span>{words().message.onlyYou}</span>
      <span aria-hidden="true">·</span>
      <button type="button" class="link" onClick={() => void actions.dismiss(message.id)}>
        {words().message.dismiss}
      </button>
    </p>
  );
}

/** The time limit passed without an answer. */
export function NoAnswer({
  interaction,
  children,
}: {
  interaction: InteractionView;
  children?: ComponentChildren;
}) {
  const { actions, setInspector } = useScene();
  return (
    <p class="no-answer" role="status">
      <Icon name="alert" size={16} />
      <span>{words().message.noAnswer}</span>
      {children}
      <span aria-hidden="true">·</span>
      <button
        type="button"
        class="link"
        onClick={() => setInspector({ open: true, interactionId: interaction.id })}
      >
        {words().message.inspect}
      </button>
      <span aria-hidden="true">·</span>
      <button type="button" class="link" onClick={() => actions.forget(interaction.id)}>
        {words().message.dismiss}
      </button>
    </p>
  );
}
