/** What a check of the doctor found. */

export const levels = ['ok', 'warning', 'error'] as const;
export type Level = (typeof levels)[number];

export interface Finding {
  /** The check's name, which scripts may rely on: lower case, with hyphens. */
  readonly check: string;
  readonly level: Level;
  /** One sentence. */
  readonly says: string;
  /** What to do. Null when all is well. */
  readonly advice: string | null;
}

/** The wording of a finding that needs something done. */
export interface Trouble {
  readonly says: string;
  readonly advice: string;
}

export const well = (check: string, says: string): Finding => ({
  check,
  level: 'ok',
  says,
  advice: null,
});
export const warning = (check: string, trouble: Trouble): Finding => ({
  check,
  level: 'warning',
  ...trouble,
});
export const failure = (check: string, trouble: Trouble): Finding => ({
  check,
  level: 'error',
  ...trouble,
});

/** Makes every check. */
export type Examine = () => Promise<readonly Finding[]>;

/** The highest level among them. */
export const worstOf = (findings: readonly Finding[]): Level =>
  findings.reduce<Level>(
    (worst, { level }) => (levels.indexOf(level) > levels.indexOf(worst) ? level : worst),
    'ok',
  );

/** How many there are of each level. */
export const countsOf = (findings: readonly Finding[]): Readonly<Record<Level, number>> => {
  const counts = { ok: 0, warning: 0, error: 0 };
  for (const { level } of findings) counts[level] += 1;
  return counts;
};
