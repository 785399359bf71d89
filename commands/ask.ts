/** A sentence in plain words, which leads to the command that it asks for. */
import { defineCommand, sentenceField } from '../src/bot/index.ts';
import { words } from '../src/words/index.ts';

const wording = words.commands.ask;

export default defineCommand({
  name: 'ask',
  words: wording,
  access: 'anyone',
  movesMoney: true,
  form: { words: wording, fields: { text: sentenceField() } },
  sentence: ({ text }) => text,
});
