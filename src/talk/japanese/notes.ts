/** Memos that are marked as such in a Japanese sentence: メモは…, 「…」, (…). */
import { type Item, says } from './items.ts';

export interface Note {
  readonly memo: string;
  /** The items it takes, the last exclusive. */
  readonly from: number;
  readonly to: number;
}

/** After メモは: up to the end of the clause, without で and をつけて. */
export function noted(
  text: string,
  items: readonly Item[],
  at: number,
): { memo: string; from: number; to: number } | null {
  let from = at + 1;
  while (
    /^[\s:：、,]$/u.test(items[from]?.text ?? '') ||
    /^(?:に|は|で|が|を)$/u.test(items[from]?.text ?? '')
  )
    from += 1;
  if (items[from]?.kind === 'quote') {
    return { memo: items[from]!.text.slice(1, -1).trim(), from: at, to: from + 1 };
  }
  let to = from;
  while (to < items.length && !/^[。!?！？、,]$/u.test(items[to]!.text)) to += 1;
  if (to <= from) return null;
  const raw = text.slice(items[from]!.start, items[to - 1]!.end);
  const memo = raw
    .replace(
      /(?:で?(?:よろしく)?(?:お願い(?:します|いたします|ね)?|よろしく|頼む)|って(?:書|入|つけ|付け).*|と(?:書|入|記).*|を?(?:つけ|付け|添え).*|(?:で|です|ね|だよ))$/u,
      '',
    )
    .trim();
  return memo === '' ? null : { memo, from: at, to };
}

/** 「…」ってメモつけて, 「…」で, 「…」として, (誕プレ) */
export function quoted(items: readonly Item[]): { memo: string; from: number; to: number } | null {
  const at = items.findIndex(({ kind }) => kind === 'quote');
  if (at >= 0) {
    let to = at + 1;
    while (
      to < items.length &&
      (says(items[to], 'note', 'as') || /^(?:って|と|いう|で|の|を)$/u.test(items[to]!.text))
    )
      to += 1;
    return { memo: items[at]!.text.slice(1, -1).trim(), from: at, to };
  }
  return null;
}
