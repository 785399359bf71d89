/** The owner of a new bank, later two managers, choose what it needs on Discord. */
import {
  currencyNameField,
  defineCommand,
  depositRuleField,
  logChannelField,
  optional,
  setUp,
  staffChannelField,
} from '../src/bot/index.ts';
import { words } from '../src/words/index.ts';

const wording = words.commands.setup;

export default defineCommand({
  name: 'setup',
  words: wording,
  // The bank itself checks who may: an owner needs no account in the first minutes.
  access: 'anyone',
  formByButton: true,
  form: {
    words: wording,
    fields: {
      staff_channel: optional(staffChannelField()),
      log_channel: optional(logChannelField()),
      currency: optional(currencyNameField()),
      deposits: optional(depositRuleField()),
    },
  },
  run: setUp,
});
