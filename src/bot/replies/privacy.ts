/** Exporting and erasing a customer's data. */
import { words } from '../../words/index.ts';
import { written } from '../../words/text/markup.ts';
import { ask, done, type Reply, small, text, withButtons } from '../cards/reply.ts';
import type { Question } from '../command/command.ts';
import { endButtons } from '../next/buttons.ts';

const { exported, erase } = words.replies.people;

export function exportedReply(files: { readonly json: string; readonly csv: string }): Reply {
  const reply = done(exported.title, text(exported.content), small(exported.note));
  return {
    ...reply,
    attachments: [
      { name: 'passbook.json', bytes: Buffer.from(files.json) },
      { name: 'entries.csv', bytes: Buffer.from(files.csv) },
    ],
  };
}

export const erasureQuestion = (): Question<null> => ({
  card: ask(erase.question, text(erase.whatGoes), text(erase.whatStays)),
  // The session says whose account is closed.
  order: null,
  needsProof: true,
  confirms: written(erase.intent),
  irreversible: words.replies.buttons.eraseForEver,
});

export const erasedReply = (): Reply =>
  withButtons(done(erase.done, text(erase.next)), ...endButtons('erased'));
