/** Confirmations and jobs that could not be finished, as managers see them. */
import { referenceOf, type Stuck } from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { code, type Markup, time } from '../../words/text/markup.ts';
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

function factsOf(stuck: Stuck): readonly (readonly [string, Markup])[] {
  if ('command' in stuck) {
    return [
      [say.command, code(`/${stuck.command}`)],
      [say.confirmedBy, member(stuck.member)],
      [say.confirmedAt, time(stuck.confirmedAt)],
    ];
  }
  return [
    [say.job.kind, code(stuck.job)],
    [say.job.dueAt, time(stuck.dueAt)],
    [say.job.attempts, code(`${stuck.attempts}`)],
    [say.job.error, code(stuck.errorCode)],
  ];
}

/** A manager decides by pressing a button. */
export function stuckCard(stuck: Stuck): Reply {
  const carried = { command, token: `${stuck.id}` };
  const { title, sentence } = 'command' in stuck ? say : say.job;
  const reference = [labels.reference, code(referenceOf(stuck.id))] as const;
  const card = ask(title, text(sentence), facts([...factsOf(stuck), reference]));
  return withButtons(
    card,
    actionButton('try-again', buttons.tryAgain, { ...carried, style: 'success' }),
    actionButton('give-up', buttons.giveUp, { ...carried, style: 'danger' }),
  );
}

/** The oldest stuck confirmation or job, with a button to the next. */
export function stuckReply(stuck: readonly Stuck[]): Reply {
  const [first, second] = stuck;
  if (first === undefined) return show(say.list, text(say.none));
  const card = stuckCard(first);
  if (second === undefined) return card;
  return withButtons(card, actionButton('next-stuck', buttons.next, { token: `${first.id}` }));
}

type End = Parameters<typeof say.ended>[0];

export const unstuckReply = (id: Stuck['id'], end: End): Reply =>
  done(say.ended(end), text(say.effect(end, code(referenceOf(id)))));
