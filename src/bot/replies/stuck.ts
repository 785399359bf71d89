/** Confirmations that could not be finished, as managers see them. */
import { referenceOf, type StuckConfirmation } from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { code, time } from '../../words/text/markup.ts';
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

const { stuck: say, buttons, labels } = words.replies;

const command = 'staff stuck list';

/** A manager decides by pressing a button. */
export function stuckCard(stuck: StuckConfirmation): Reply {
  const carried = { command, token: `${stuck.id}` };
  const card = ask(
    say.title,
    text(say.sentence),
    facts([
      [say.command, code(`/${stuck.command}`)],
      [say.confirmedBy, member(stuck.member)],
      [say.confirmedAt, time(stuck.confirmedAt)],
      [labels.reference, code(referenceOf(stuck.id))],
    ]),
  );
  return withButtons(
    card,
    actionButton('try-again', buttons.tryAgain, { ...carried, style: 'success' }),
    actionButton('give-up', buttons.giveUp, { ...carried, style: 'danger' }),
  );
}

/** The oldest stuck confirmation, with a button to the next. */
export function stuckReply(stuck: readonly StuckConfirmation[]): Reply {
  const [first, second] = stuck;
  if (first === undefined) return show(say.list, text(say.none));
  const card = stuckCard(first);
  if (second === undefined) return card;
  return withButtons(card, actionButton('next-stuck', buttons.next, { token: `${first.id}` }));
}

type End = Parameters<typeof say.ended>[0];

export const unstuckReply = (id: StuckConfirmation['id'], end: End): Reply =>
  done(say.ended(end), text(say.effect(end, code(referenceOf(id)))));
