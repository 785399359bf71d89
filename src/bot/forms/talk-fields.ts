/** Fields for how a person and the bank talk to each other: sentences and the language. */
import { bad, good } from '../../lib/result.ts';
import { codePoints, firstInvisible, singleSpaced } from '../../lib/text.ts';
import { sentenceLengthMax } from '../../talk/index.ts';
import { type Language, languages, words } from '../../words/index.ts';
import { choicesOf, field, readWith, textControl } from './field.ts';
import { oneOf } from './fields.ts';

const reasons = words.reasons.form;

const languageChoices = choicesOf(['discord', ...languages], words.fields.language.choices);

/** A language of the bank, or `discord` for that of the person's Discord. */
export const languageField = () =>
  field<Language | 'discord'>('language', {
    control: { kind: 'choice', choices: languageChoices },
    schema: () => oneOf(languageChoices),
  });

/** A sentence to the bank. Text that hides characters is not read. */
export const sentenceField = () =>
  field<string>('sentence', {
    control: textControl(sentenceLengthMax),
    schema: () =>
      readWith((text) => {
        const line = singleSpaced(text);
        if (codePoints(line) > sentenceLengthMax) return bad(reasons.tooLong);
        return firstInvisible(line) === null ? good(line) : bad(reasons.unfit);
      }),
  });
