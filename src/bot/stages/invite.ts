/** *Ask them to open an account*: one public message, which the payer's press posts. */
import { BankError, type DiscordUserId, type RequestId } from '../../bank/index.ts';
import { render } from '../cards/render.ts';
import { show, stepButton, text, withButtons } from '../cards/reply.ts';
import { words } from '../../words/index.ts';
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

/** Nothing about the amount is public. A draft is used for one invitation. */
export async function invite(tools: Tools, visit: Visit, row: RequestId | null): Promise<void> {
  const { exchange, path } = visit;
  const { next: say, buttons } = words.replies;
  if (!(await exchange.acknowledge('replace'))) return;
  try {
    await admitForm(tools, visit);
    const admission = await admit(tools, visit);
    if (!admission.ok) return await refusePress(visit, admission.refusal, row);
    const action = row === null ? null : await tools.bank.pending.find(row, exchange.person);
    const stored = action === null || action.command !== path ? null : storedIn(action);
    const member = stored === null ? null : memberIn(stored.values);
    if (action === null || member === null || exchange.place.guildId === null) {
      return await answerLate(exchange, latenessWithoutRow(exchange), { path, row: null });
    }
    // Only one press gets true, so one draft posts one message.
    if (!(await tools.bank.pending.cancel(action.requestId, exchange.person))) return;
    const asks = withButtons(
      show(say.invitation.title(tools.bankName), text(say.invitation.sentence(mentioned(member)))),
      stepButton('edit', buttons.openAccount, 'primary', { command: 'register', row: null }),
    );
    if (!(await exchange.post(render(asks, { path, row: null }), member))) return;
    const asked = show(say.invited.title, text(say.invited.sentence));
    const again = endButtons('cancelled', { path, row: action.requestId, hasForm: true });
    await exchange.answer(render(withButtons(asked, ...again), { path, row: action.requestId }));
  } catch (error) {
    if (!(error instanceof BankError)) throw error;
    await refusePress(visit, error, row);
  }
}
