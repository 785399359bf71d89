import { ComponentType } from 'discord.js';
import { expect, test } from 'vitest';
import { withNote } from '../../../src/bot/cards/note.ts';
import { render } from '../../../src/bot/cards/render.ts';
import { ask, stepButton, text, withButtons } from '../../../src/bot/cards/reply.ts';
import { written } from '../../../src/words/text/markup.ts';

const card = withButtons(ask('Send money?', text('To Ben')), stepButton('cancel', 'Cancel'));
const { container } = render(card, { path: 'transfer', row: 7n as never });
const contents = (shown: typeof container): unknown[] =>
  shown.components.map((one) => ('content' in one ? one.content : one.type));

test('a note stands above the buttons, and a second one replaces it', () => {
  const first = withNote([container], written('Wrong.'))!;
  expect(contents(first)).toEqual(['### Send money?', 'To Ben', 'Wrong.', ComponentType.ActionRow]);
  const second = withNote([first], written('Wrong again.'))!;
  expect(contents(second)).toEqual([
    '### Send money?',
    'To Ben',
    'Wrong again.',
    ComponentType.ActionRow,
  ]);
  expect(second.components.at(-1)).toEqual(container.components.at(-1));
});

test('a card with a picture, or another kind of message, gets none', () => {
  const media = { url: 'https://example.com/a.png' };
  const picture = { type: ComponentType.MediaGallery as const, items: [{ media }] };
  const shown = { ...container, components: [picture] };
  expect(withNote([shown], written('Wrong.'))).toBeNull();
  expect(withNote([{ type: ComponentType.TextDisplay, content: 'a' }], written('b'))).toBeNull();
  expect(withNote([], written('b'))).toBeNull();
});
