/** A payment from an empty new account: first the card of the deposit that it lacks. */
import { BankError } from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { undoneBy } from '../command/command.ts';
import { typedAmount } from '../forms/fields.ts';
import { missingIn } from '../next/buttons.ts';
import { keep } from './fix.ts';
import type { Given, Tools, Visit } from './visit.ts';

const path = 'deposit';

/** False where nothing is lacking, or what was typed cannot be stored: then it is a refusal. */
export async function depositFirst(
  tools: Tools,
  visit: Visit,
  refused: { readonly given: Given; readonly error: BankError },
  proceed: (tools: Tools, visit: Visit, given: Given) => Promise<void>,
): Promise<boolean> {
  const { given, error } = refused;
  const missing = visit.path === 'transfer' ? missingIn(error.refused) : null;
  const command = tools.registry.get(path);
  if (given.isFirst !== true || missing === null || command === undefined) return false;
  const action = await keep(tools, visit, given);
  if (action === null) return false;
  const exchange = { ...visit.exchange, undone: undoneBy(command) };
  await proceed(
    tools,
    { ...visit, exchange, command, path },
    {
      form: 0,
      values: { amount: typedAmount(missing.units, missing.currency) },
      resume: { row: action.requestId },
      because: words.errors.sentence(error.refused, words.replies.next.depositFirst),
    },
  );
  return true;
}
