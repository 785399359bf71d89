/** A bug planted into a copy of the project: a replaced text, and the stages that must fail. */
export interface Edit {
  readonly file: string;
  /** Must be in the file exactly once; otherwise the suite fails. */
  readonly find: string;
  readonly replace: string;
}

export interface PlantedBug {
  readonly name: string;
  /** The plausible reason for the mistake. */
  readonly story: string;
  readonly edits: readonly Edit[];
  /** Stages in their short form, tried in this order until one fails. */
  readonly stages: readonly string[];
}

export class StaleEdit extends Error {
  override readonly name = 'StaleEdit';
}

/** The text after the edit; throws StaleEdit unless it fits exactly once. */
export function edited(text: string, edit: Edit): string {
  const count = text.split(edit.find).length - 1;
  if (count !== 1) throw new StaleEdit(`${edit.file}: found ${count} times: ${edit.find}`);
  return text.replace(edit.find, () => edit.replace);
}
