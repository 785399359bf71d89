/** Banners for lost connections and for first-time visitors. */
import { useState } from 'preact/hooks';
import { Icon } from '../parts/icons.tsx';
import { useScene } from '../state/context.ts';
import { words } from '../words/words.ts';

export function ConnectionBanner() {
  const { model, view } = useScene();
  const text =
    model.connection === 'lost'
      ? words().places.lost
      : view.bot.online
        ? null
        : words().places.offline(view.bot.name);
  return (
    <div class="banner-place" role="status">
      {text && (
        <p class="banner">
          <Icon name="alert" size={16} />
          {text}
        </p>
      )}
    </div>
  );
}

const storageKey = (personId: string): string => `hint-closed:${personId}`;

/** A hint for first-time visitors, hidden once closed or followed. */
export function Hint() {
  const { model, view } = useScene();
  const key = storageKey(view.person.id);
  const [closed, setClosed] = useState(() => localStorage.getItem(key) !== null);
  const used = Object.values(model.conversations).some((conversation) =>
    conversation.messages.some(
      (message) => message.interaction_metadata?.user.id === view.person.id,
    ),
  );
  if (closed || used || !view.hint) return null;
  const close = (): void => {
    localStorage.setItem(key, 'yes');
    setClosed(true);
  };
  return (
    <p class="hint">
      <span>{view.hint}</span>
      <button
        type="button"
        class="icon-button"
        aria-label={words().guide.closeHint}
        onClick={close}
      >
        <Icon name="close" size={16} />
      </button>
    </p>
  );
}
