/** The totals of all stages of one run, compared with those required of a whole run. */
import { atLeast, exactly, figure, type Figure, type StageResult } from './stages/stage.ts';

type Results = Readonly<Record<string, StageResult>>;

/** Each with the figures of the stages that are added up. */
const sums: readonly (readonly [name: string, figures: readonly string[], least: number])[] = [
  ['database kills', ['database kills'], 60],
  ['bot and bank kills', ['bot kills', 'bank kills'], 30],
  ['operations', ['operations', 'payments'], 60_000],
  ['requests dropped', ['requests dropped'], 3_000],
  ['acknowledgements dropped', ['acknowledgements dropped'], 3_000],
  ['pauses', ['pauses'], 10],
  ['full disks', ['times full'], 2],
  ['writer kills on Galera', ['writer kills'], 3],
  ['full bootstraps on Galera', ['full bootstraps'], 1],
];

/** The stages whose figure of this name is not zero. */
const stagesWith = (results: Results, name: string, nothing: number | string): string =>
  Object.entries(results)
    .filter(([, { figures }]) => figures.some((one) => one.name === name && one.value !== nothing))
    .map(([stage]) => stage)
    .join(', ') || 'none';

export function wholeRun(results: Results): StageResult {
  const all = Object.values(results).flatMap(({ figures }) => figures);
  const added = sums.map(([name, parts, least]): Figure => {
    const values = all.filter((one) => parts.includes(one.name)).map(({ value }) => Number(value));
    // A stage that cannot run on this machine has given the reason.
    if (values.length === 0) return figure(name, 'not run here');
    return atLeast(
      name,
      values.reduce((sum, value) => sum + value, 0),
      least,
    );
  });
  return {
    figures: [
      ...added,
      exactly(
        'stages with a broken invariant',
        stagesWith(results, 'invariants broken', 'none'),
        'none',
      ),
      exactly(
        'stages with an unknown for ever',
        stagesWith(results, 'unknown for ever', 0),
        'none',
      ),
      ...['lost', 'doubled', 'ghosts'].map((name) =>
        exactly(`${name} in the chat`, stagesWith(results, name, 'none'), 'none'),
      ),
    ],
    verdict: null,
  };
}
