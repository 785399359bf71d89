/** A button in a message, in all of Discord's styles. */
import type { APIButtonComponent } from 'discord-api-types/v10';
import { Icon } from '../parts/icons.tsx';
import { safeLink } from '../text/safe-link.ts';
import { buttonStyle } from '../parts/component-kinds.ts';
import { useMessage } from './message-context.ts';

const names = {
  [buttonStyle.primary]: 'primary',
  [buttonStyle.secondary]: 'secondary',
  [buttonStyle.success]: 'success',
  [buttonStyle.danger]: 'danger',
} as const;

export function MessageButton({ button }: { button: APIButtonComponent }) {
  const { busyCustomId, press } = useMessage();
  if (button.style === buttonStyle.premium) {
    return (
      <button type="button" class="button premium" disabled>
        Premium
      </button>
    );
  }
  const face = (
    <>
      {button.emoji && <span class="emoji">{emojiText(button.emoji)}</span>}
      {button.label && <span>{button.label}</span>}
    </>
  );
  if (button.style === buttonStyle.link) {
    const url = button.disabled ? null : safeLink(button.url);
    const leading = (
      <>
        {face}
        <Icon name="open" size={14} />
      </>
    );
    if (!url) {
      return (
        <button type="button" class="button secondary" disabled>
          {leading}
        </button>
      );
    }
    return (
      <a class="button secondary" href={url} target="_blank" rel="noreferrer noopener">
        {leading}
      </a>
    );
  }
  const busy = busyCustomId === button.custom_id;
  return (
    <button
      type="button"
      class={`button ${names[button.style]}${busy ? ' busy' : ''}`}
      disabled={button.disabled}
      aria-disabled={busyCustomId !== null || undefined}
      aria-busy={busy || undefined}
      onClick={() => press(button.custom_id)}
    >
      <span class="button-face">{face}</span>
      {busy && <span class="dots" aria-hidden="true" />}
    </button>
  );
}

/** Custom emoji have no picture here, so their name is shown. */
export function emojiText(emoji: { readonly id?: string; readonly name?: string }): string {
  return emoji.id ? `:${emoji.name ?? 'emoji'}:` : (emoji.name ?? '');
}
