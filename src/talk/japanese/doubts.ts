/** Japanese sentences that look like an order to pay and are none. */
import type { Meaning, Person } from '../text/types.ts';
import type { Act } from './acts.ts';
import { clausesOf, does, type Item, says } from './items.ts';

/** ベン20くれ, ベン20貸して, ベンから20借りたい: the writer wants money. */
export function isForMe(text: string, items: readonly Item[], kind: string | null): boolean {
  if (kind !== null) return false;
  const isBegged = /(?:ちょうだい|頂戴|くれ|ください|下さい|よこせ|ほしい|欲しい)/u.test(text);
  const hasPayee = items.some(({ kind: part, role }) => part === 'person' && role === 'to');
  const isLent = items.some((item) => does(item, 'lend') && item.mood === 'request' && !hasPayee);
  const isBorrowed = items.some(
    (item) =>
      does(item, 'borrow') &&
      ['request', 'want', 'volitional', 'potential', 'plain'].includes(item.mood ?? 'other'),
  );
  return (isBegged && !hasPayee) || isLent || isBorrowed;
}

const givenUp =
  /たい(?:んだ|の)?(?:けど|けれど|が|のに).*(?:(?<!くれ|もらえ|いただけ|でき)ない|無理|足りん|きつい|キツい|厳しい|我慢|金欠)/u;

/** 20あげたいけど金ない: what the writer would like, and cannot do. */
export const isGivenUp = (text: string): boolean => givenUp.test(text);

/** ベンからの請求20を支払って: the request is not made, but paid. */
export function isPaidRequest(acts: readonly Act[]): boolean {
  const asked = acts.findIndex(({ item }) => does(item, 'request') && item.isNoun === true);
  return (
    asked >= 0 &&
    acts.some(
      ({ item, isLive }, index) =>
        index > asked && isLive && /^(?:お?支?払|はら|振)/u.test(item.text),
    )
  );
}

/** アンナがベンに20送って: another known person would pay, or is spoken to. */
export function hasPayer(
  items: readonly Item[],
  meaning: Meaning & { readonly intent: 'send' },
  { candidates }: { readonly candidates: (name: string) => readonly Person[] },
): boolean {
  const clauses = clausesOf(items);
  const payee = items.findIndex(({ name }) => name === meaning.to);
  const isNoted = items.some((item) => item.kind === 'quote' || says(item, 'note'));
  return items.some(({ kind, name = '', role }, at) => {
    if (kind !== 'person' || name === meaning.to) return false;
    const isPayer = role === 'subject' && clauses[at] === clauses[payee];
    const isCalled = role === 'bare' && name === meaning.memo && !isNoted;
    return (isPayer || isCalled) && candidates(name).length > 0;
  });
}

/** 5時に: the bank cannot wait until a time of day. */
export const isTimed = (items: readonly Item[]): boolean =>
  items.some(
    ({ kind, text }, at) =>
      kind === 'count' &&
      text.endsWith('時') &&
      /^(?:半|に|頃|ごろ)/u.test(items[at + 1]?.text ?? ''),
  );
