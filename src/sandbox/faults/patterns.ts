/** `*` matches anything: `POST /interactions/*`. */
export function fits(text: string, pattern: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's').test(text);
}

/** One character, `*` (any number of characters), or a parameter (one or more, no slash). */
type Step = string | typeof anything | typeof parameter;
const anything = Symbol('*');
const parameter = Symbol(':parameter');

/** Whether the pattern can match a request of this route, such as `GET /users/:user`. */
export function canFit(route: string, pattern: string): boolean {
  const one = [...pattern].map((step) => (step === '*' ? anything : step));
  const other = route
    .split(/(:\w+)/)
    .flatMap((part): Step[] => (part.startsWith(':') ? [parameter] : [...part]));
  return meet(one, other);
}

/** For each position in both, whether the rests can match; computed from the end. */
function meet(pattern: readonly Step[], route: readonly Step[]): boolean {
  const reached = new Set<string>();
  const ends = (i: number, j: number): boolean => reached.has(`${i} ${j}`);
  const meets = (i: number, j: number): boolean => {
    const [wanted, step] = [pattern[i], route[j]];
    if (wanted === undefined) return step === undefined;
    if (wanted === anything) return ends(i + 1, j) || ends(i, j + 1);
    if (step === parameter) return wanted !== '/' && (ends(i + 1, j) || ends(i + 1, j + 1));
    return wanted === step && ends(i + 1, j + 1);
  };
  for (let i = pattern.length; i >= 0; i -= 1) {
    for (let j = route.length; j >= 0; j -= 1) if (meets(i, j)) reached.add(`${i} ${j}`);
  }
  return ends(0, 0);
}
