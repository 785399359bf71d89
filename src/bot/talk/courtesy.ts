/** The answer to a greeting, thanks or a goodbye, with what the person can do now. */
import type { Courtesy } from '../../talk/index.ts';
import { words } from '../../words/index.ts';
import { joined, md } from '../../words/text/markup.ts';
import {
  actionButton,
  type Button,
  type Reply,
  show,
  stepButton,
  text,
  withButtons,
} from '../cards/reply.ts';
import { endButtons } from '../next/buttons.ts';

export type Acquaintance = 'visitor' | 'loggedOut' | 'loggedIn';

const { courtesy: say, talk } = words.replies;

const opens = (command: string, label: string): Button =>
  stepButton('start', label, 'secondary', { command, row: null });

function buttonsFor(courtesy: Courtesy, who: Acquaintance): Button[] {
  if (who === 'visitor') {
    const help = actionButton('topics', words.help.arrival.howItWorks, { command: 'help' });
    return [...endButtons('erased'), help];
  }
  if (who === 'loggedOut') return endButtons('loggedOut');
  if (courtesy === 'goodbye') return [opens('logout', say.logOut)];
  return [
    ...endButtons('loggedIn'),
    opens('history', words.replies.next.open.history),
    actionButton('topics', talk.help, { command: 'help' }),
  ];
}

export function courtesyReply(courtesy: Courtesy, who: Acquaintance): Reply {
  const { title, sentence } = say[courtesy];
  const { lead, examples, quoted } = talk.notUnderstood;
  const lines = examples.map((example) => md`- ${quoted(example)}`);
  const more = courtesy === 'greeting' ? [text(lead), text(joined(lines))] : [];
  return withButtons(show(title, text(sentence), ...more), ...buttonsFor(courtesy, who));
}
