/**
 * Writes a script with ASCII alone. Node keeps the source of each module in memory, and a single
 * character such as `…` doubles what it takes.
 */
const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Numbers of a source map: six bits to a digit, the last bit of the first is the sign. */
function readNumbers(text) {
  const numbers = [];
  let [value, shift] = [0, 0];
  for (const letter of text) {
    const digit = digits.indexOf(letter);
    value += (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    numbers.push(value & 1 ? -(value >> 1) : value >> 1);
    [value, shift] = [0, 0];
  }
  return numbers;
}

function writtenNumber(number) {
  let rest = number < 0 ? (-number << 1) | 1 : number << 1;
  let text = '';
  do {
    const digit = rest & 31;
    rest >>>= 5;
    text += digits[rest > 0 ? digit | 32 : digit];
  } while (rest > 0);
  return text;
}

const wide = /[^\0-\x7f]/g;
const escapeLength = '\\uffff'.length;

/** The segments of one line, moved by the escapes before them. */
function moved(segments, line) {
  const places = Array.from(line.matchAll(wide), ({ index }) => index);
  if (places.length === 0) return segments;
  let [column, movedColumn, passed] = [0, 0, 0];
  return segments
    .split(',')
    .map((segment) => {
      const [step, ...others] = readNumbers(segment);
      if (step === undefined) return segment;
      column += step;
      while (passed < places.length && places[passed] < column) passed += 1;
      const now = column + passed * (escapeLength - 1);
      const written = [now - movedColumn, ...others].map(writtenNumber).join('');
      movedColumn = now;
      return written;
    })
    .join(',');
}

/** The program has such characters only in strings, templates and regular expressions. */
export const asciiCode = (code) =>
  code.replace(wide, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The mappings that a source map of `code` has after `asciiCode`. */
export function asciiMappings(mappings, code) {
  const lines = code.split('\n');
  return mappings
    .split(';')
    .map((segments, at) => moved(segments, lines[at] ?? ''))
    .join(';');
}
