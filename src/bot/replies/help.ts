/** `/help`: one topic with its commands, and a menu of the others; the card in new servers. */
import { z } from 'zod';
import type { Topic as Asked } from '../../talk/index.ts';
import { words } from '../../words/index.ts';
import { commandLink, joined, type Markup, md, written } from '../../words/text/markup.ts';
import {
  actionButton,
  formButton,
  type Menu,
  type Reply,
  show,
  small,
  text,
  withButtons,
  withParts,
} from '../cards/reply.ts';
import { reachStaffReply } from './people.ts';
import type { CommandSummary, Context } from '../command/command.ts';
import { isCustomer, isLoggedIn, type Topic, topicNames, topicsFor } from '../command/topics.ts';

export const topicToken: z.ZodType<Topic> = z.literal(topicNames);

const topicOf: Readonly<Record<Exclude<Asked, 'staff'>, Topic>> = {
  send: 'money',
  deposit: 'money',
  withdraw: 'money',
  history: 'money',
  security: 'security',
  password: 'security',
};

const lineOf = ({ path, id, words: text }: CommandSummary) =>
  md`${commandLink(path, id)} ${text.description}`;

/** A line of a numbered list. */
const numbered = (step: Markup, index: number): Markup =>
  joined([written(`${index + 1}.`), step], ' ');

function menuOf(offered: readonly Topic[], chosen: Topic): Menu {
  const say = words.help;
  const choices = offered.map((topic) => ({
    value: topic,
    label: say.topics[topic],
    isChosen: topic === chosen,
  }));
  return { action: 'topic', placeholder: say.choose, choices };
}

/** The wanted topic, or the first one if this person cannot use it. */
export function helpReply(context: Context, wanted?: Topic): Reply {
  const { bankName, commands, identity, place } = context;
  const say = words.help;
  const offered = topicsFor(commands, { identity, guildId: place.guildId });
  const names = [...offered.keys()];
  const topic = names.find((name) => name === wanted) ?? names[0] ?? 'start';
  const list = text(joined((offered.get(topic) ?? []).map(lineOf)));
  const isStaff = (identity?.staffRole ?? null) !== null;
  const notes = [
    ...(topic === 'money' ? [say.write, say.amounts] : []),
    ...(isStaff && isLoggedIn(identity) && !names.includes('customers') ? [say.staffServer] : []),
    say.private,
  ];
  const reply = withParts(
    show(`${bankName} – ${say.topics[topic]}`),
    ...(identity === null || isCustomer(identity)
      ? []
      : [text(joined(say.firstSteps.map(numbered)))]),
    ...(isCustomer(identity) && !isLoggedIn(identity) ? [text(say.loggedOut)] : []),
    list,
    small(notes.join(' ')),
  );
  const complete = names.length > 1 ? { ...reply, menu: menuOf(names, topic) } : reply;
  if (identity === null || isLoggedIn(identity)) return complete;
  const next = isCustomer(identity)
    ? formButton('login', words.replies.buttons.logIn, 'primary')
    : formButton('register', words.replies.buttons.openAccount, 'primary');
  return withButtons(complete, next);
}

/** The topic of a sentence such as `how do I send money?`; null for the first one. */
export function topicReply(context: Context, asked: Asked | null): Reply {
  if (asked === null) return helpReply(context);
  if (asked === 'staff') return reachStaffReply(context.bankName);
  // Without a login, a new password is one of the first steps.
  const isOut = asked === 'password' && !isLoggedIn(context.identity);
  return helpReply(context, isOut ? 'start' : topicOf[asked]);
}

/** The card in a server that the bot has joined. Everyone there may press its buttons. */
export function welcomeCard(bankName: string): Reply {
  const { arrival: say } = words.help;
  return withButtons(
    show(say.title(bankName), text(say.sentence)),
    formButton('register', words.replies.buttons.openAccount, 'primary'),
    actionButton('topics', say.howItWorks, { command: 'help' }),
  );
}
