/** A line added to a card that Discord has sent back with a press, as after a wrong proof. */
import {
  type APIComponentInContainer,
  type APIContainerComponent,
  type APIMessageTopLevelComponent,
  ComponentType,
} from 'discord.js';
import type { Markup } from '../../words/text/markup.ts';
import { withinTextLimit } from './lengths.ts';
import { accents } from './render.ts';

/** Discord numbers the components of a message from 1; a card never has this many. */
const noteId = 900;

const isButtonRow = ({ type }: APIComponentInContainer): boolean =>
  type === ComponentType.ActionRow;

/** The card with this line above its buttons, in place of an earlier one; null if it has files. */
export function withNote(
  components: readonly APIMessageTopLevelComponent[],
  note: Markup,
): APIContainerComponent | null {
  const [card] = components;
  if (card?.type !== ComponentType.Container) return null;
  const fileTypes = [ComponentType.MediaGallery, ComponentType.File];
  if (card.components.some(({ type }) => fileTypes.includes(type))) return null;
  const parts = card.components.filter(({ id }) => id !== noteId);
  const line = { type: ComponentType.TextDisplay as const, id: noteId, content: note.markup };
  const at = parts.findIndex(isButtonRow);
  const end = at === -1 ? parts.length : at;
  return {
    ...card,
    accent_color: accents.refuse,
    components: [
      ...withinTextLimit(parts.slice(0, end), line.content.length),
      line,
      ...parts.slice(end),
    ],
  };
}
