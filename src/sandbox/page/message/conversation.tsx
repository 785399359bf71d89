/** The messages of one channel, scrolled to the end unless the person has scrolled up. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Channel } from '../../protocol/protocol.ts';
import { useNow } from '../parts/use-now.ts';
import { useScene } from '../state/context.ts';
import { emptyConversation, type Conversation as Loaded } from '../state/model.ts';
import { compareIds } from '../state/order.ts';
import { formatDay } from '../text/moments.ts';
import { InteractionRow } from './interaction-row.tsx';
import { MessageRow } from './message-row.tsx';
import { newestOwn } from './own.ts';
import { conversationRows, type Row } from './rows.ts';
import { Welcome } from './welcome.tsx';
import { words } from '../words/words.ts';

/** This close to the end counts as being at the end. */
const nearPixels = 60;

export function Conversation({ channel }: { channel: Channel }) {
  const { model, view, actions } = useScene();
  const conversation = model.conversations[channel.id] ?? emptyConversation;
  const { messages, whole, fresh } = conversation;
  const { connection } = model;
  useEffect(() => {
    if (connection === 'open' && !fresh) void actions.openChannel(channel.id);
  }, [connection, fresh, channel.id, actions]);
  const seenUpTo = useSeen(channel.id, conversation);
  const { scroller, atEnd, onScroll, toEnd } = useScroll(channel.id, conversation);
  const now = useNow(60_000);
  const rows = conversationRows({
    messages,
    interactions: model.interactions,
    channelId: channel.id,
    seenUpTo,
    reader: { now, locale: view.person.locale },
  });
  return (
    <div class="conversation">
      <div
        ref={scroller}
        class="scroller"
        role="log"
        aria-label={words().message.in(channel.name)}
        tabIndex={0}
        onScroll={onScroll}
      >
        <div class="scroller-inside">
          <h2 class="spoken">{words().message.all}</h2>
          {whole && <Welcome channel={channel} />}
          <ol class="messages">
            {rows.map((row) => (
              <RowView key={rowKey(row)} row={row} interactions={model.interactions} />
            ))}
          </ol>
        </div>
      </div>
      {!atEnd && (
        <button type="button" class="to-end" onClick={toEnd}>
          {words().message.toPresent}
        </button>
      )}
    </div>
  );
}

function rowKey(row: Row): string {
  if (row.kind === 'message') return row.message.id;
  return row.kind === 'interaction'
    ? row.interaction.id
    : row.kind === 'day'
      ? `day ${row.iso}`
      : row.kind;
}

function RowView({
  row,
  interactions,
}: {
  row: Row;
  interactions: ReturnType<typeof useScene>['model']['interactions'];
}) {
  const { view } = useScene();
  switch (row.kind) {
    case 'message':
      return <MessageRow message={row.message} leads={row.leads} interactions={interactions} />;
    case 'interaction':
      return <InteractionRow interaction={row.interaction} />;
    case 'new':
      return (
        <li class="divider new">
          <span>{words().message.isNew}</span>
        </li>
      );
    case 'day':
      return (
        <li class="divider">
          <span>{formatDay(row.iso, { now: 0, locale: view.person.locale })}</span>
        </li>
      );
  }
}

/** Marks messages as read; returns the last message read before the channel was opened. */
function useSeen(channelId: string, conversation: Loaded): string | null {
  const { view, actions } = useScene();
  const unread = view.unread.channels[channelId] ?? 0;
  const { messages, fresh } = conversation;
  const [line, setLine] = useState<{ readonly channelId: string; readonly id: string | null }>();
  useEffect(() => {
    if (!fresh || line?.channelId === channelId) return;
    const id = unread > 0 ? (messages.at(-unread - 1)?.id ?? null) : null;
    setLine({ channelId, id });
  }, [fresh, channelId, unread, messages, line]);
  useEffect(() => {
    const tell = (): void => {
      if (fresh && unread > 0 && document.visibilityState === 'visible') {
        actions.markSeen(channelId);
      }
    };
    tell();
    document.addEventListener('visibilitychange', tell);
    return () => document.removeEventListener('visibilitychange', tell);
  }, [fresh, unread, channelId, actions]);
  return line?.channelId === channelId ? line.id : null;
}

const atTheEnd = { fromEnd: 0, top: 0, height: 0, atEnd: true, loading: '' };

/**
 * Stays at the end if there, and in place when older messages are loaded above. Scrolls to the end
 * for the person's own messages and the bot's answers to them.
 */
function useScroll(channelId: string, conversation: Loaded) {
  const { model, view, actions } = useScene();
  const scroller = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  const kept = useRef({ ...atTheEnd, channelId });
  const { messages, whole } = conversation;
  const toEnd = (): void => {
    const box = scroller.current;
    if (box) box.scrollTop = box.scrollHeight;
  };
  useLayoutEffect(() => {
    const box = scroller.current;
    const inside = box?.firstElementChild;
    if (!box || !inside) return undefined;
    if (kept.current.channelId !== channelId) {
      kept.current = { ...atTheEnd, channelId };
    }
    const settle = (): void => {
      const { atEnd, fromEnd } = kept.current;
      box.scrollTop = atEnd ? box.scrollHeight : box.scrollHeight - fromEnd;
    };
    settle();
    const watcher = new ResizeObserver(() => kept.current.atEnd && settle());
    watcher.observe(inside);
    watcher.observe(box);
    return () => watcher.disconnect();
  }, [channelId, messages[0]?.id]);
  const own = newestOwn(view.person.id, channelId, messages, model.interactions);
  const seenOwn = useRef(own);
  useLayoutEffect(() => {
    if (!own || compareIds(own, seenOwn.current ?? '') <= 0) return;
    seenOwn.current = own;
    kept.current.atEnd = true;
    toEnd();
  }, [own]);
  const onScroll = (): void => {
    const box = scroller.current;
    if (!box) return;
    const below = box.scrollHeight - box.scrollTop - box.clientHeight;
    // Changes in content also cause scroll events, often one together with the person's own: only
    // a move up by more than the content changed is the person's, and leaves the end.
    const changed = Math.abs(box.scrollHeight - kept.current.height);
    const movedUp = kept.current.top - box.scrollTop > changed;
    kept.current.top = box.scrollTop;
    kept.current.height = box.scrollHeight;
    kept.current.atEnd = below < nearPixels || (kept.current.atEnd && !movedUp);
    kept.current.fromEnd = box.scrollHeight - box.scrollTop;
    setAtEnd(kept.current.atEnd);
    const first = messages[0]?.id;
    if (box.scrollTop < 200 && first && !whole && kept.current.loading !== first) {
      kept.current.loading = first;
      void actions.loadOlder(channelId, first);
    }
  };
  return { scroller, atEnd, onScroll, toEnd };
}
