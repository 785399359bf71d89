/**
 * *Ask them to open an account*: one message, which the payer's press sends. In a server everyone
 * sees it; from direct messages it goes to the member alone, if they share a server.
 */
import { BankError, type DiscordUserId, type RequestId } from '../../bank/index.ts';
import { render } from '../cards/render.ts';
import { show, stepButton, text, withButtons } from '../cards/reply.ts';
import { inLanguageOf, words } from '../../words/index.ts';
import { answerLate, latenessWithoutRow } from '../next/late.ts';
import { member as mentioned } from '../replies/member.ts';
import { endButtons } from '../next/buttons.ts';
import { storedIn } from '../settle/pending.ts';
import { refusePress } from './fix.ts';
import { admit, admitForm, type Tools, type Visit } from './visit.ts';

/** The id that the member select of a transfer gave; null for anything else. */
function memberIn(values: Readonly<Record<string, unknown>>): DiscordUserId | null {
  const chosen = values['member'];
  const id: unknown = Array.isArray(chosen) ? chosen[0] : chosen;
  return typeof id === 'string' && /^\d{17,20}$/.test(id) ? (id as DiscordUserId) : null;
}

const openButton = () =>
  stepButton('edit', words.replies.buttons.openAccount, 'primary', {
    command: 'register',
    row: null,
  });

/** False when it did not reach Discord. */
async function askOpenly(
  { bankName }: Tools,
  { exchange, path }: Visit,
  member: DiscordUserId,
): Promise<boolean> {
  const { invitation: say } = words.replies.next;
  const asks = show(say.title(bankName), text(say.sentence(mentioned(member))));
  return exchange.post(render(withButtons(asks, openButton()), { path, row: null }), member);
}

/** In the member's language. False when they do not get it. */
async function askDirectly(
  { bank, bankName, members, messenger }: Tools,
  { exchange: { person }, path }: Visit,
  asked: { readonly member: DiscordUserId; readonly row: RequestId },
): Promise<boolean> {
  const { member, row } = asked;
  if (!(await members.areTogether(person, member))) return false;
  const rendered = inLanguageOf(await bank.languages.of(member), () => {
    const { invitation: say } = words.replies.next;
    const asks = show(say.title(bankName), text(say.direct(mentioned(person))));
    return render(withButtons(asks, openButton()), { path, row: null });
  });
  try {
    return (await messenger.send(member, rendered, `i${row.toString(36)}`)) === 'sent';
  } catch {
    return false;
  }
}

/** Nothing about the amount is said. A draft is used for one invitation. */
export async function invite(tools: Tools, visit: Visit, row: RequestId | null): Promise<void> {
  const { exchange, path } = visit;
  const { next: say, requests } = words.replies;
  if (!(await exchange.acknowledge('replace'))) return;
  try {
    await admitForm(tools, visit);
    const admission = await admit(tools, visit);
    if (!admission.ok) return await refusePress(visit, admission.refusal, row);
    const action = row === null ? null : await tools.bank.pending.find(row, exchange.person);
    const stored = action === null || action.command !== path ? null : storedIn(action);
    const member = stored === null ? null : memberIn(stored.values);
    if (action === null || member === null) {
      return await answerLate(exchange, latenessWithoutRow(exchange), { path, row: null });
    }
    // Only one press gets true, so one draft posts one message.
    if (!(await tools.bank.pending.cancel(action.requestId, exchange.person))) return;
    const isPublic = exchange.place.guildId !== null;
    if (isPublic && !(await askOpenly(tools, visit, member))) return;
    const isSent = isPublic || (await askDirectly(tools, visit, { member, row: action.requestId }));
    const answer = isSent ? say.invited : requests.invitation.unsent;
    const asked = show(answer.title, text(answer.sentence));
    const again = endButtons('cancelled', { path, row: action.requestId, hasForm: true });
    await exchange.answer(render(withButtons(asked, ...again), { path, row: action.requestId }));
  } catch (error) {
    if (!(error instanceof BankError)) throw error;
    await refusePress(visit, error, row);
  }
}
