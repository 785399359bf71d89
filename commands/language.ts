/** A person chooses the language in which the bank writes to them. */
import { defineCommand, languageChosenReply, languageField } from '../src/bot/index.ts';
import { languageFrom, switchLanguage, words } from '../src/words/index.ts';

const wording = words.commands.language;

export default defineCommand({
  name: 'language',
  words: wording,
  access: 'anyone',
  form: { words: wording, fields: { language: languageField() } },
  run: async ({ bank, person }, { language }) => {
    const choice = languageFrom(language);
    await bank.languages.choose(person, choice);
    switchLanguage(choice);
    return languageChosenReply(choice);
  },
});
