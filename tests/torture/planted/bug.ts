/** A mistake planted into a copy of the project: an exact text replaced, and who must notice. */
export interface Edit {
  readonly file: string;
  /** Stands in the file exactly once; a bug that no longer fits its file is an error of the suite. */
  readonly find: string;
  readonly replace: string;
}

export interface PlantedBug {
  readonly name: string;
  /** What a programmer might have thought. */
  readonly story: string;
  readonly edits: readonly Edit[];
  /** Stages in their short form, in the order they are tried until one is red. */
  readonly stages: readonly string[];
}

export class StaleEdit extends Error {
  override readonly name = 'StaleEdit';
}

/** The text after the edit; throws StaleEdit when it does not fit exactly once. */
export function edited(text: string, edit: Edit): string {
  const count = text.split(edit.find).length - 1;
  if (count !== 1) throw new StaleEdit(`${edit.file}: found ${count} times: ${edit.find}`);
  return text.replace(edit.find, () => edit.replace);
}
