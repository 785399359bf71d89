/** Data that is taken along, and data that is gone. */
import { written } from '../../words/markup.ts';
import { ask, done, type Reply, small, text } from '../cards/reply.ts';
import type { Question } from '../command/command.ts';

export function exportedReply(files: { readonly json: string; readonly csv: string }): Reply {
  const reply = done(
    'Your data',
    text('All that the bank knows of you, and the entries of your account as a table.'),
    small('Only you can see this. Save the files; who has them knows what they say.'),
  );
  return {
    ...reply,
    attachments: [
      { name: 'passbook.json', bytes: Buffer.from(files.json) },
      { name: 'entries.csv', bytes: Buffer.from(files.csv) },
    ],
  };
}

const erasureCard: Reply = ask(
  'Erase everything?',
  text(
    'Your account is closed, and your name, e-mail, phone, date of birth, password and codes are ' +
      'destroyed. **Nobody can bring them back.**',
  ),
  text(
    'What was paid stays in the books, without your name; so do the entries of the ' +
      'audit trail, which name your Discord user.',
  ),
);

export const erasureQuestion: Question = {
  card: erasureCard,
  needsProof: true,
  confirms: written('close your account for ever and erase your personal data'),
};

export const erasedReply: Reply = done(
  'Your data is erased',
  text('Your account is closed. You may open a new one at any time with `/register`.'),
);
