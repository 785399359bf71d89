/** Text as searches compare it: one code for all characters that a search holds for equal. */
import { equalCharacters } from './fold-table.ts';

/** All characters above U+FFFF have this code, because databases differ in comparing them. */
const beyond = 0xfffd;

const digits = '0123456789abcdefghijklmnopqrstuvwxyz';
const numberOf = (text: string): number =>
  Array.from(text).reduce((sum, digit) => sum * digits.length + digits.indexOf(digit), 0);

function readTable(): Uint16Array {
  const codes = Uint16Array.from({ length: 0x1_0000 }, (_, code) => code);
  for (const each of equalCharacters.replaceAll('\n', '').split('/')) {
    const [first = 0, ...steps] = each.split('.').map(numberOf);
    let code = first;
    for (const step of steps) {
      code += step;
      codes[code] = first;
    }
  }
  return codes;
}

let table: Uint16Array | null = null;

/**
 * One code per character, so that a text that contains another one in a search contains its codes
 * in a row. The opposite need not hold.
 */
export function foldedCodes(text: string): readonly number[] {
  table ??= readTable();
  const codes: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const isPair = unit >= 0xd800 && unit < 0xdc00;
    codes.push(isPair ? beyond : table[unit]!);
    if (isPair) at += 1;
  }
  return codes;
}
