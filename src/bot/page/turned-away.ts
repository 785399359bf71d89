/** The message in the chat when the page has refused a link that was opened. */
import type { LinkRefusal } from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { code } from '../../words/text/markup.ts';
import type { CustomId } from '../cards/custom-id.ts';
import {
  type Button,
  refuse,
  type Reply,
  type RouterStep,
  stepButton,
  text,
  withButtons,
} from '../cards/reply.ts';
import { lockButton } from '../replies/security.ts';
import type { LinkContent } from './content.ts';

const { turnedAway: say } = words.page;

/** Refusals that the owner is notified of. The others are no secret of the owner's card. */
export type Warned = Extract<LinkRefusal, 'ELSEWHERE' | 'EXPIRED'>;

/** The button that makes a new link for the same form. */
const ways: Readonly<Record<string, RouterStep>> = {
  form: 'edit-page',
  'form-more': 'more',
  form2: 'next-page',
  proof: 'prove-page',
  passkey: 'passkey',
};

function newLinkButton({ step, row, detail }: CustomId): Button[] {
  const way = ways[step];
  return way === undefined ? [] : [stepButton(way, say.newLink, 'primary', { row, detail })];
}

export function turnedAwayReply(reason: Warned, { form }: LinkContent, matchCode: string): Reply {
  const { title, sentence } = say[reason];
  const reply = refuse(title, text(sentence(code(matchCode))));
  // A visitor who registers has no account to lock.
  const isCustomers = form.path !== 'register';
  const buttons = reason === 'ELSEWHERE' && isCustomers ? [lockButton()] : [];
  return withButtons(reply, ...newLinkButton(form), ...buttons);
}
