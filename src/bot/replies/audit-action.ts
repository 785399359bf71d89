/** Labels of audit actions, and the search for actions by label. */
import type { AuditActionName } from '../../bank/index.ts';
import { words } from '../../words/index.ts';

const { auditActions } = words.replies;

/** The type makes a missing label a compile error. */
const labels: Readonly<Record<AuditActionName, string>> = auditActions;
const known: Readonly<Record<string, string | undefined>> = labels;

/** The action of a newer version has no label here; its code is shown instead. */
export const actionLabel = (action: string): string => known[action] ?? action;

/** The label within a line. */
export const actionWithin = (action: string): string =>
  known[action]?.replace(/^./, (first) => first.toLowerCase()) ?? action;

const searchable = (text: string): string => text.toLowerCase().replaceAll(/[ _-]+/g, ' ');

/** The actions whose label or code contains the text. */
export function actionsMatching(text: string): readonly AuditActionName[] {
  const wanted = searchable(text);
  // A label without an action in the catalogue does not compile.
  const names = Object.keys(auditActions) as (keyof typeof auditActions)[];
  return names.filter((name) =>
    [labels[name], name].some((label) => searchable(label).includes(wanted)),
  );
}
