/** Keyboard handling while a command is filled in. */
import type { Choice } from '../parts/choice.ts';
import { entryOf, focusedOption, pickChoice, pointAt, stepBack, type Draft } from './draft.ts';

export type KeyResult =
  | { readonly kind: 'draft'; readonly draft: Draft }
  | { readonly kind: 'send' }
  | { readonly kind: 'cancel' }
  /** The browser's default action. */
  | { readonly kind: 'none' };

export interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
}

export function pressKey(draft: Draft, suggestions: readonly Choice[], key: Key): KeyResult {
  const { text } = entryOf(draft, draft.focused);
  const at = Math.min(draft.active, suggestions.length - 1);
  const suggestion = suggestions[at];
  // At the tail, Enter without a typed word sends the command instead of taking a suggestion.
  const wanted = suggestion && (focusedOption(draft) !== null || text !== '');
  switch (key.key) {
    case 'Enter':
      return wanted ? changed(pickChoice(draft, suggestion)) : { kind: 'send' };
    case 'Tab':
      return wanted && !key.shiftKey && text !== ''
        ? changed(pickChoice(draft, suggestion))
        : { kind: 'none' };
    case 'Escape':
      return { kind: 'cancel' };
    case 'ArrowDown':
    case 'ArrowUp': {
      if (!suggestion) return { kind: 'none' };
      const step = key.key === 'ArrowDown' ? 1 : -1;
      return changed(pointAt(draft, (at + step + suggestions.length) % suggestions.length));
    }
    case 'Backspace': {
      if (text !== '') return { kind: 'none' };
      const back = stepBack(draft);
      return back ? changed(back) : { kind: 'cancel' };
    }
    default:
      return { kind: 'none' };
  }
}

const changed = (draft: Draft): KeyResult => ({ kind: 'draft', draft });
