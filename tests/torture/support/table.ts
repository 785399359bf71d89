import type { StageResult } from '../stages/stage.ts';

/** One line per figure: name, value, and the required value if there is one. */
export function stageTable({ figures }: StageResult): string {
  const nameWidth = Math.max(0, ...figures.map(({ name }) => name.length));
  const valueWidth = Math.max(0, ...figures.map(({ value }) => `${value}`.length));
  return figures
    .map(({ name, value, wanted }) => {
      const line = `  ${name.padEnd(nameWidth)}  ${`${value}`.padStart(valueWidth)}`;
      if (wanted === undefined) return line;
      return `${line}  ${wanted.isMet ? 'ok' : 'RED'} (wanted ${wanted.text})`;
    })
    .join('\n');
}
