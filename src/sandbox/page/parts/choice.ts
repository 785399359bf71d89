/** One entry of a list of choices. */
import type { Face } from '../state/context.ts';
import { fuzzySort } from '../text/fuzzy.ts';

export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly emoji?: string;
  readonly face?: Face;
  /** A character before the name: `#` for channels. */
  readonly mark?: string;
}

export function searchChoices(query: string, choices: readonly Choice[]): Choice[] {
  if (!query.trim()) return [...choices];
  return fuzzySort(query.replace(/^[@#]/, ''), choices, (choice) => [
    choice.label,
    choice.face?.username ?? choice.description ?? '',
  ]);
}

/** The chosen ids after a press. A full multiple choice ignores it; a single choice is replaced. */
export function toggleChoice(
  chosen: readonly string[],
  id: string,
  { min, max }: { min: number; max: number },
): readonly string[] {
  if (chosen.includes(id)) {
    if (max === 1 && min > 0) return chosen;
    return chosen.filter((other) => other !== id);
  }
  if (max === 1) return [id];
  return chosen.length < max ? [...chosen, id] : chosen;
}
