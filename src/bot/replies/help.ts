/** The answer of `/help`: one topic with its commands, and a menu of the others. */
import { z } from 'zod';
import { words } from '../../words/index.ts';
import { commandLink, joined, md } from '../../words/text/markup.ts';
import {
  formButton,
  type Menu,
  type Reply,
  show,
  small,
  text,
  withButtons,
  withParts,
} from '../cards/reply.ts';
import type { CommandSummary, Context } from '../command/command.ts';
import { isCustomer, isLoggedIn, type Topic, topicNames, topicsFor } from '../command/topics.ts';

export const topicToken: z.ZodType<Topic> = z.literal(topicNames);

const lineOf = ({ path, id, words: text }: CommandSummary) =>
  md`${commandLink(path, id)} ${text.description}`;

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
    ...(topic === 'money' ? [say.amounts] : []),
    ...(isStaff && isLoggedIn(identity) && !names.includes('customers') ? [say.staffServer] : []),
    say.private,
  ];
  const reply = withParts(
    show(`${bankName} – ${say.topics[topic]}`),
    ...(identity === null || isCustomer(identity) ? [] : [text(joined(say.firstSteps))]),
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
