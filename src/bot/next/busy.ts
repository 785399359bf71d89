/** The refusal when too much arrives, made once for each language: time is short then. */
import { boundedMap } from '../../lib/bounded-map.ts';
import { currentLanguage } from '../../words/index.ts';
import { firstAnswer } from '../cards/answers.ts';
import { render } from '../cards/render.ts';
import { lateReply, nowhere } from './late.ts';

/** A few languages, and a few assurances in each. */
const answersMax = 100;

/** Returns the first answer in the current language, as JSON; `undone` is the card's assurance. */
export function busyAnswers(): (undone: string) => string {
  const answers = boundedMap<string, string>(answersMax);
  return (undone) => {
    const key = `${currentLanguage()} ${undone}`;
    const known = answers.get(key);
    if (known !== undefined) return known;
    const card = render(lateReply('crowded', undone, nowhere), nowhere);
    const made = JSON.stringify(firstAnswer(card));
    answers.set(key, made);
    return made;
  };
}
