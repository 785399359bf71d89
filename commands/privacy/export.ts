/** A customer downloads the data the bank holds about them, as two files. */
import { defineCommand, exportedReply, proofField } from '../../src/bot/index.ts';
import { words } from '../../src/words/index.ts';

const wording = words.commands['privacy export'];

export default defineCommand({
  name: 'export',
  words: wording,
  access: 'customer',
  form: {
    words: wording,
    fields: { current_password: proofField() },
  },
  run: async ({ bank, session }, { current_password: proof }) =>
    exportedReply(await bank.privacy.export(session, proof)),
});
