/** The draft behind a press or a form: what was typed before. */
import type { RequestId } from '../../bank/index.ts';
import type { RawValues } from '../forms/field.ts';
import { type Late, latenessOf, latenessWithoutRow } from '../next/late.ts';
import type { Lateness } from '../next/steps.ts';
import { storedIn } from '../settle/pending.ts';
import type { Tools, Visit } from './visit.ts';

export type Draft =
  | { readonly isOpen: true; readonly row: RequestId; readonly values: RawValues }
  /** Without a row in `late`, it is not a draft of this person and command. */
  | { readonly isOpen: false; readonly lateness: Lateness; readonly late: Late };

export async function draftOf(
  { bank }: Tools,
  { exchange, path }: Visit,
  row: RequestId | null,
): Promise<Draft> {
  const draft = row === null ? null : await bank.pending.find(row, exchange.person);
  const stored = draft === null ? null : storedIn(draft);
  if (draft === null || stored === null || draft.command !== path || draft.kind !== 'DRAFT') {
    return { isOpen: false, lateness: latenessWithoutRow(exchange), late: { path, row: null } };
  }
  return draft.state === 'OPEN'
    ? { isOpen: true, row: draft.requestId, values: stored.values }
    : { isOpen: false, lateness: latenessOf(draft.state), late: { path, row } };
}
