/** The refusal when too much arrives, rendered once for each language: time is short then. */
import { boundedMap } from '../../lib/bounded-map.ts';
import { currentLanguage } from '../../words/index.ts';
import { render, type Rendered } from '../cards/render.ts';
import { lateReply, nowhere } from './late.ts';

/** A few languages, and a few assurances in each. */
const cardsMax = 100;

/** Returns the card in the current language; `undone` is the assurance of the pressed card. */
export function busyCards(): (undone: string) => Rendered {
  const cards = boundedMap<string, Rendered>(cardsMax);
  return (undone) => {
    const key = `${currentLanguage()} ${undone}`;
    const known = cards.get(key);
    if (known !== undefined) return known;
    const card = render(lateReply('crowded', undone, nowhere), nowhere);
    cards.set(key, card);
    return card;
  };
}
