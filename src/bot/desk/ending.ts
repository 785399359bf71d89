/** How an answer on the page ended: the title of the card that Discord shows, as plain text. */
import { ComponentType } from 'discord.js';
import { words } from '../../words/index.ts';
import { plainText } from '../../words/text/plain-text.ts';
import { accents, type Rendered } from '../cards/render.ts';

export interface Ending {
  readonly isDone: boolean;
  readonly title: string;
  readonly sentence: string;
}

/** Nothing else of the card is repeated: it may have codes that are shown only once. */
export function endingOf(shown: Rendered | null): Ending {
  const { sentence, title } = words.page.ended;
  if (shown === null) return { isDone: true, title, sentence };
  const { components, accent_color: accent } = shown.container;
  const [first] = components;
  const text = first?.type === ComponentType.TextDisplay ? first.content : '';
  const heading = /^### (.+)$/m.exec(text)?.[1];
  const isDone = accent !== accents.refuse;
  return { isDone, title: heading === undefined ? title : plainText(heading), sentence };
}
