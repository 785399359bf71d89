/** A parameter as docs/sandbox.md writes it, such as `:channel`, in place of a whole segment. */
const placeholder = /((?<=\/):\w+(?=\/|$))/;
const isPlaceholder = (part: string): boolean => /^:\w+$/.test(part);

const escaped = (text: string): string => text.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&');
const anywhere = (text: string): string => escaped(text).replaceAll('*', '.*');

/** `*` matches anything: `confirm:*`. */
export const fits = (text: string, pattern: string): boolean =>
  new RegExp(`^${anywhere(pattern)}$`, 's').test(text);

/** `*` matches anything, `:channel` one segment: `POST /channels/:channel/*`. */
export function fitsRoute(request: string, pattern: string): boolean {
  const parts = pattern
    .split(placeholder)
    .map((part) => (isPlaceholder(part) ? '[^/]+' : anywhere(part)));
  return new RegExp(`^${parts.join('')}$`, 's').test(request);
}

/** One character, `*` (any number of characters), or a parameter (one or more, no slash). */
type Step = string | typeof anything | typeof parameter;
const anything = Symbol('*');
const parameter = Symbol(':parameter');

/** Characters that end a segment or the path. */
const ending = (step: Step): boolean => step === '/' || step === '?' || step === '#';

const stepsOf = (text: string): Step[] =>
  text
    .split(placeholder)
    .flatMap((part): Step[] => (isPlaceholder(part) ? [parameter] : Array.from(part)));

/** Whether the pattern can match a request of this route, such as `GET /users/:user`. */
export function canFit(route: string, pattern: string): boolean {
  const wanted = stepsOf(pattern).map((step): Step => (step === '*' ? anything : step));
  return meet(wanted, stepsOf(route));
}

/** For each position in both, whether the rests can match; computed from the end. */
function meet(pattern: readonly Step[], route: readonly Step[]): boolean {
  const reached = new Set<string>();
  const ends = (i: number, j: number): boolean => reached.has(`${i} ${j}`);
  const meets = (i: number, j: number): boolean => {
    const wanted = pattern[i];
    const step = route[j];
    if (wanted === undefined) return step === undefined;
    if (wanted === anything) return ends(i + 1, j) || ends(i, j + 1);
    if (step === undefined) return false;
    if (wanted === parameter && step === parameter) return ends(i + 1, j + 1);
    if (wanted === parameter) return !ending(step) && (ends(i, j + 1) || ends(i + 1, j + 1));
    if (step === parameter) return !ending(wanted) && (ends(i + 1, j) || ends(i + 1, j + 1));
    return wanted === step && ends(i + 1, j + 1);
  };
  for (let i = pattern.length; i >= 0; i -= 1) {
    for (let j = route.length; j >= 0; j -= 1) if (meets(i, j)) reached.add(`${i} ${j}`);
  }
  return ends(0, 0);
}
