/** Follows a sentence to the command that it asks for, or shows the card that answers it. */
import { render } from '../cards/render.ts';
import type { Reply } from '../cards/reply.ts';
import { refusalOf } from '../command/access.ts';
import { type Context, undoneBy } from '../command/command.ts';
import { isBlank, type RawValues } from '../forms/field.ts';
import { isComplete } from '../forms/form.ts';
import { topicReply } from '../replies/help.ts';
import { missingReply } from '../talk/replies.ts';
import { savePending } from '../settle/pending.ts';
import { leadOf } from '../talk/lead.ts';
import { currentLanguage } from '../../words/index.ts';
import { refuseAccess } from './fix.ts';
import type { Given, Tools, Visit } from './visit.ts';

type Proceed = (tools: Tools, visit: Visit, given: Given) => Promise<void>;

/** The visit at another command, whose refusals have its assurance. */
function visitTo(tools: Tools, visit: Visit, path: string): Visit {
  const command = tools.registry.get(path);
  if (command === undefined) throw new TypeError(`There is no command ${path}`);
  const exchange = { ...visit.exchange, undone: undoneBy(command) };
  return { ...visit, exchange, command, path };
}

/** Shows the reply; its buttons carry the values, if there are any. */
export async function showWith(
  tools: Tools,
  { exchange, command, path }: Visit,
  reply: Reply,
  values: RawValues,
): Promise<void> {
  const isEmpty = Object.values(values).every(isBlank);
  const carries = reply.buttons.some(({ kind }) => kind === 'step');
  const isQuestion = reply.mood === 'ask';
  const { person, asked } = exchange;
  const stored = { kind: 'DRAFT', path, command, form: 0, values } as const;
  const action =
    isEmpty || !carries
      ? null
      : await savePending(tools.bank, { person, ...stored, asked: isQuestion ? asked : null });
  const rendered = render(reply, { path, row: action?.requestId ?? null });
  // An answer stays as it is, though its buttons end too.
  await exchange.answer(rendered, action === null || !isQuestion ? undefined : { path, action });
}

export async function followSentence(
  tools: Tools,
  visit: Visit,
  asked: { readonly context: Context; readonly text: string; readonly given: Given },
  proceed: Proceed,
): Promise<void> {
  const { exchange } = visit;
  const { person, place, now, identity, session } = asked.context;
  const { choice = null, locale = null } = identity?.language ?? {};
  const isKnown = (exchange.locale ?? choice ?? locale) !== null;
  const language = isKnown ? currentLanguage() : null;
  const asking = {
    bank: tools.bank,
    members: tools.members,
    person,
    place,
    now,
    identity,
    session,
  };
  const lead = await leadOf({ ...asking, text: asked.text, language });
  if (lead.kind === 'login') {
    const { staffGuildId } = tools;
    const asker = { identity, guildId: place.guildId, staffGuildId };
    const refusal = refusalOf('customer', asker, exchange.undone);
    if (refusal !== null) await refuseAccess(tools, visit, asked.given, refusal);
    return;
  }
  if (lead.kind === 'help') {
    const reply = topicReply(asked.context, lead.topic);
    await exchange.answer(render(reply, { path: 'help', row: null }));
    return;
  }
  const target = visitTo(tools, visit, lead.path);
  const { form } = target.command;
  if (lead.kind === 'reply') return showWith(tools, target, lead.reply, lead.values);
  if (form === null || isComplete(form, lead.values)) {
    const { isFirst = false } = asked.given;
    return proceed(tools, target, { form: 0, values: lead.values, isFirst });
  }
  return showWith(tools, target, missingReply(form, lead.values), lead.values);
}
