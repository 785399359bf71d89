/** What staff did with a customer's account, for that customer. */
import type { AccessEntry, AccessPage, ActorRole } from '../../bank/index.ts';
import { code, joined, type Markup, md, time, written } from '../../words/markup.ts';
import { type Reply, show, small, text, turnButtons, withButtons } from '../cards/reply.ts';

export const roleNames: Record<ActorRole, string> = {
  TELLER: 'teller',
  MANAGER: 'manager',
  AUDITOR: 'auditor',
  OWNER: 'owner',
};

/** `ACCOUNT_FROZEN` as people write it. */
export function actionText(action: string): string {
  const words = action.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function lineOf({ at, actor, role, action, reason }: AccessEntry): Markup {
  // Named, and never called: messages of the bank mention nobody.
  const who = written(`<@${actor}>, ${roleNames[role]}`);
  const first = md`**${actionText(action)}** · ${time(at)}`;
  const second = md`-# ${who}`;
  return joined([first, reason === null ? second : md`${second} · ${code(reason)}`]);
}

export function accessReply(page: AccessPage): Reply {
  const { entries, older, newer } = page;
  const title = 'Who looked at your account';
  const reply =
    entries.length === 0
      ? show(
          title,
          text(
            older === null && newer === null
              ? 'Nobody of the staff has looked at your account or changed it.'
              : 'There is nothing on this page.',
          ),
        )
      : show(title, text(joined(entries.map(lineOf))));
  const noted = {
    ...reply,
    parts: [...reply.parts, small('Every look by staff is written down.')],
  };
  return withButtons(noted, ...turnButtons(page));
}
