import { md, time } from '../../words/markup.ts';
import { render } from '../cards/render.ts';
import { small, stepButton, text, withButtons, withParts } from '../cards/reply.ts';
import type { Question } from '../command/command.ts';
import { keep } from '../settle/pending.ts';
import type { Desk, Given, Visit } from './visit.ts';

type Asked = Question & { readonly hasApp: boolean };

const proofNotes = {
  password: '*Confirm* asks for your password, to be sure that it is you.',
  app: '*Confirm* asks for a code of your app, or a recovery code, to be sure that it is you.',
};

/** Shows the confirm card; what it would do waits in a row for one press. */
export async function ask(
  desk: Desk,
  { exchange, path, command }: Visit,
  given: Given,
  { card, settled, confirms, needsProof = false, hasApp }: Asked,
): Promise<void> {
  const action = await keep(desk.bank, {
    person: exchange.person,
    kind: 'CONFIRM',
    path,
    command,
    form: 0,
    values: given.values,
    needsProof,
    ...(settled === undefined ? {} : { settled }),
    ...(confirms === undefined ? {} : { confirms }),
  });
  const complete = withButtons(
    withParts(
      card,
      ...(needsProof ? [text(proofNotes[hasApp ? 'app' : 'password'])] : []),
      small(
        md`Nothing has ${command.movesMoney ? 'moved' : 'changed'} yet. *Confirm* works until ${time(
          action.expiresAt,
          'clock',
        )}.`,
      ),
    ),
    stepButton(needsProof ? 'prove' : 'confirm', 'Confirm', 'success'),
    stepButton('edit', 'Edit'),
    stepButton('cancel', 'Cancel'),
  );
  await exchange.answer(render(complete, { path, row: action.requestId }));
}
