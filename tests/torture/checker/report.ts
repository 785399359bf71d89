/** A finding as text: the invariant, the violation, the operations, how to repeat it. */
import type { Act, History } from '../history/model.ts';
import { brokenInvariants } from './check.ts';
import { invariants, type Finding, type Findings } from './finding.ts';

const actsShown = 12;
const notesAround = 3;

function operationText({ operation }: Act): string {
  if (operation.kind === 'pay') {
    const { kind, own, payee, wish } = operation.payment;
    const to = payee === null ? '' : ` → ${payee}`;
    return `${kind.toLowerCase()} ${wish} of ${own}${to}, key ${operation.key}`;
  }
  const subject = Object.entries(operation)
    .filter(([name]) => name !== 'kind')
    .map(([name, value]) => `${name} ${value}`);
  return [operation.kind, ...subject].join(' ');
}

function answerText({ answer }: Act): string {
  if (answer.outcome === 'declined' || answer.outcome === 'busy') {
    return `${answer.outcome} ${answer.code}`;
  }
  if (answer.outcome === 'unknown') return `unknown (${answer.why})`;
  const { receipt, read, session } = answer;
  if (receipt !== undefined) {
    const again = receipt.replayed ? ', replayed' : '';
    return `ok ${receipt.amount}, ${receipt.balanceBefore} → ${receipt.balanceAfter}${again}`;
  }
  if (read !== undefined) return `ok ${read.balance}, seq ${read.seq} at ${read.balanceAfter}`;
  return session === undefined ? 'ok' : `ok, session ${session.session}`;
}

const timeText = (at: number): string => (at === Infinity ? '…' : `${at}`);

const actText = (act: Act): string =>
  `    #${act.ask} ${act.client}, lines ${act.askedAt}–${timeText(act.answeredAt)}: ` +
  `${operationText(act)} ⇒ ${answerText(act)}`;

/** The last faults before the operations ended. */
function notesFor(finding: Finding, history: History): string[] {
  const first = Math.min(...finding.acts.map(({ askedAt }) => askedAt));
  const last = Math.max(...finding.acts.map(({ answeredAt }) => answeredAt));
  if (finding.acts.length === 0) return [];
  const near = history.notes.filter(({ at }) => at <= last);
  const before = near.filter(({ at }) => at <= first).slice(-notesAround);
  const during = near.filter(({ at }) => at > first).slice(0, notesAround);
  return [...before, ...during].map(({ at, note }) => `    line ${at}: ${note}`);
}

export function findingText(finding: Finding, history: History): string {
  const { invariant, sentence, acts } = finding;
  const left = acts.length - actsShown;
  return [
    `${invariant} is violated: ${invariants[invariant]}.`,
    `  ${sentence}.`,
    ...(acts.length > 0 ? ['  Operations:', ...acts.slice(0, actsShown).map(actText)] : []),
    ...(left > 0 ? [`    and ${left} more`] : []),
    ...(notesFor(finding, history).length > 0
      ? ['  Meanwhile:', ...notesFor(finding, history)]
      : []),
  ].join('\n');
}

export function reportText(found: Findings, history: History): string {
  const [first] = found.list;
  if (first === undefined) return `All invariants hold over ${history.acts.length} operations.`;
  const counts = brokenInvariants(found).map((name) => `${name} × ${found.counts.get(name)}`);
  return [
    findingText(first, history),
    `  All violations: ${counts.join(', ')}.`,
    `  Repeat with --seed ${history.seed}`,
  ].join('\n');
}
