/** One entry of a list to choose from, whatever it stands for. */
import type { Face } from '../state/context.ts';
import { fuzzySort } from '../text/fuzzy.ts';

export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly emoji?: string;
  readonly face?: Face;
  /** A character in front of the name: `#` for channels. */
  readonly mark?: string;
}

export function searchChoices(query: string, choices: readonly Choice[]): Choice[] {
  if (!query.trim()) return [...choices];
  return fuzzySort(query.replace(/^[@#]/, ''), choices, (choice) => [
    choice.label,
    choice.face?.username ?? choice.description ?? '',
  ]);
}

/** Chosen ids after one more press; a full list of many refuses, a list of one changes over. */
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
