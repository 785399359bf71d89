/** A customer downloads the data the bank holds about them, as two files. */
import { defineCommand, exportedReply, proofField } from '../../src/bot/index.ts';
import { words } from '../../src/words/index.ts';

const wording = words.commands['privacy export'];

export default defineCommand({
  name: 'export',
  description: wording.description,
  access: 'customer',
  form: {
    title: wording.title,
    fields: { current_password: proofField() },
  },
  run: async ({ bank, session }, { current_password: proof }) =>
    exportedReply(await bank.privacy.export(session, proof)),
});
