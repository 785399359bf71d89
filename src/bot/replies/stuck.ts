/** Confirmations that could not be finished, as managers see them. */
import { referenceOf, type StuckConfirmation } from '../../bank/index.ts';
import { code, md, time } from '../../words/markup.ts';
import {
  actionButton,
  ask,
  done,
  facts,
  type Reply,
  show,
  text,
  withButtons,
} from '../cards/reply.ts';
import { member } from './member.ts';

const command = 'staff stuck list';

/** A manager decides with a press. */
export function stuckCard(stuck: StuckConfirmation): Reply {
  const carried = { command, token: `${stuck.id}` };
  const card = ask(
    'A confirmation is stuck',
    text(
      'The bank tried it again and again and could not finish it. As far as the books tell, ' +
        'nothing has moved. See the log for the reason before you try it again.',
    ),
    facts([
      ['Command', code(`/${stuck.command}`)],
      ['Confirmed by', member(stuck.member)],
      ['Confirmed', time(stuck.confirmedAt)],
      ['Reference', code(referenceOf(stuck.id))],
    ]),
  );
  return withButtons(
    card,
    actionButton('try-again', 'Try again', { ...carried, style: 'success' }),
    actionButton('give-up', 'Give up', { ...carried, style: 'danger' }),
  );
}

/** The oldest of them, with the next one a press away. */
export function stuckReply(stuck: readonly StuckConfirmation[]): Reply {
  const [first, second] = stuck;
  if (first === undefined) return show('Stuck confirmations', text('There are none.'));
  const card = stuckCard(first);
  if (second === undefined) return card;
  return withButtons(card, actionButton('next-stuck', 'Next', { token: `${first.id}` }));
}

const ends = {
  TAKEN: 'The bank tries it again now. Its owner is sent a message when the outcome is known.',
  DONE: 'It had happened after all, and is closed as such. Its owner is sent a message.',
  CANCELLED: 'Nothing has moved and nothing will. Its owner is sent a message.',
} as const;

export const unstuckReply = (id: StuckConfirmation['id'], end: keyof typeof ends): Reply =>
  done(
    end === 'TAKEN' ? 'Tried again' : 'Given up',
    text(md`${ends[end]} Reference ${code(referenceOf(id))}.`),
  );
