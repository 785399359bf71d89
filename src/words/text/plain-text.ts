/** Discord's markup as plain text, for mail-like places and the bank's own page. */
import { instant } from '../../lib/clock.ts';
import { formatMoment } from './date.ts';

const zeroWidth = /\u200b/g;
const stamp = /<t:(\d{1,12})(?::[a-zA-Z])?>/g;
const command = /<\/([a-z0-9 -]+):\d+>/g;
const escaped = /\\([\\*_~|`[\]#>+.)-])/g;
const marks = /\*\*|__|~~|\|\||`|(?<![\p{L}\p{N}])[*_]|[*_](?![\p{L}\p{N}])|^(?:#{1,3}|-#) /gmu;

/** Marks go, escaped characters stay. */
export function plainText(markup: string): string {
  const kept: string[] = [];
  const keep = (text: string): string => `\ue000${kept.push(text) - 1}\ue001`;
  return markup
    .replace(escaped, (_, character: string) => keep(character))
    .replace(stamp, (_, seconds: string) => keep(formatMoment(instant(Number(seconds) * 1000))))
    .replace(command, (_, path: string) => keep(`/${path}`))
    .replace(marks, '')
    .replace(zeroWidth, '')
    .replace(/\ue000(\d+)\ue001/g, (_, at: string) => kept[Number(at)] ?? '');
}
