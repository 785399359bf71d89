/** One line below the next answer: that notices have arrived which were not sent. */
import { ComponentType } from 'discord.js';
import type { Markup } from '../../words/text/markup.ts';
import { withinTextLimit } from './lengths.ts';
import type { Rendered } from './render.ts';

/** Null: there is nothing to say. */
export type TakeLine = () => Promise<Markup | null>;

function withLine(rendered: Rendered, line: Markup): Rendered {
  const { container } = rendered;
  const { components } = container;
  const at = components.findIndex(({ type }) => type === ComponentType.ActionRow);
  const end = at === -1 ? components.length : at;
  const added = { type: ComponentType.TextDisplay as const, content: `-# ${line.markup}` };
  return {
    ...rendered,
    container: {
      ...container,
      components: [
        ...withinTextLimit(components.slice(0, end), added.content.length),
        added,
        ...components.slice(end),
      ],
    },
  };
}

/** Answers of an exchange. An announced line is taken when the next answer is shown. */
export function answersWithNews<More extends readonly unknown[]>(
  show: (rendered: Rendered, ...more: More) => Promise<boolean>,
) {
  let take: TakeLine | null = null;
  return {
    announce: (next: TakeLine): void => {
      take = next;
    },
    answer: async (rendered: Rendered, ...more: More): Promise<boolean> => {
      const line = take && (await take());
      take = null;
      return show(line === null ? rendered : withLine(rendered, line), ...more);
    },
  };
}
