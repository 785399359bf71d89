/** Checks the proof of a statement: its balances and entries. */
import { statementState } from '../records/statement/check.ts';
import { verifier as say } from '../words/en/terminal/verifier.ts';
import type { Checks } from './checks.ts';
import type { ReadStatement } from './files.ts';
import { amountText, currencyIn } from './show.ts';

export async function checkStatement(
  checks: Checks,
  name: string,
  { proof, note, read }: ReadStatement,
): Promise<void> {
  const { origin, size, extensions } = read.checkpoint;
  const { accountNumber, from, to, zone, first, last } = proof;
  const what = say.statement(accountNumber, `${from} – ${to} (${zone})`);
  const isSigned = await checks.isSigned(note, origin);
  if (isSigned === null) checks.add(name, 'unsure', say.noKey(what, origin));
  else checks.add(name, isSigned ? 'good' : 'bad', (isSigned ? say.signed : say.unsigned)(what));
  const state = await statementState(proof, read.checkpoint);
  if (state.kind === 'entry') checks.add(name, 'bad', say.statementEntry(what, `${state.seq}`));
  else if (state.kind === 'sums') checks.add(name, 'bad', say.statementSums(what));
  else {
    const text = (units: bigint): string => amountText(units, currencyIn(extensions));
    const balances = say.statementBalances(text(proof.opening), text(proof.closing));
    const covered = state.isEach ? say.statementEach : say.statementEnds;
    checks.add(name, 'good', `${what}: ${balances} ${covered(`${last - first + 1n}`, size)}`);
  }
  await checks.signatures(name, read);
}
