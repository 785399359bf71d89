/** A customer takes along everything the bank knows of them, as two files. */
import { defineCommand, exportedReply, proofField } from '../../src/bot/index.ts';

export default defineCommand({
  name: 'export',
  description: 'Get everything the bank knows of you, as files',
  access: 'customer',
  form: {
    title: 'Your data',
    fields: { current_password: proofField() },
  },
  run: async ({ bank, session }, { current_password: proof }) =>
    exportedReply(await bank.privacy.export(session, proof)),
});
