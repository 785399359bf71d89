/** The customer's view of what staff did with their account. */
import type { AccessEntry, AccessPage } from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { code, joined, type Markup, md, time, written } from '../../words/text/markup.ts';
import { type Reply, show, small, text, turnButtons, withButtons } from '../cards/reply.ts';
import { actionLabel } from './audit-action.ts';

const say = words.replies.accounts.accessLog;

function lineOf({ at, actor, role, action, reason }: AccessEntry): Markup {
  // Discord shows the id as a name. It notifies no one: the bank's messages allow no mentions.
  const who = written(`<@${actor}>, ${words.replies.staff.role(role)}`);
  const first = md`**${actionLabel(action)}** · ${time(at)}`;
  const second = md`-# ${who}`;
  return joined([first, reason === null ? second : md`${second} · ${code(reason)}`]);
}

function contentOf({ entries, older, newer }: AccessPage): Markup | string {
  if (entries.length > 0) return joined(entries.map(lineOf));
  return older === null && newer === null ? say.none : say.emptyPage;
}

export const accessReply = (page: AccessPage): Reply =>
  withButtons(show(say.title, text(contentOf(page)), small(say.note)), ...turnButtons(page));
