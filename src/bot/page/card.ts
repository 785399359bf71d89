/** The card with the link to the bank's page. */
import { words } from '../../words/index.ts';
import { code, written } from '../../words/text/markup.ts';
import {
  ask,
  type Button,
  linkButton,
  type Reply,
  small,
  text,
  withButtons,
} from '../cards/reply.ts';
import type { PageLinkMade } from './content.ts';

const { link: say } = words.page;

export function linkReply(
  { url, matchCode }: PageLinkMade,
  about: {
    /** The title of the form. */
    readonly title: string;
    /** What it is for, in Discord's markup; may be empty. */
    readonly lead: string;
    readonly buttons: readonly Button[];
  },
): Reply {
  const { title, lead, buttons } = about;
  return withButtons(
    ask(
      title,
      ...(lead === '' ? [] : [text(written(lead))]),
      text(say.sentence),
      text(say.code(code(matchCode))),
      small(say.once),
    ),
    linkButton(say.open, url),
    ...buttons,
  );
}
