/** Anyone checks the code or the text of a receipt. */
import { defineCommand, receiptCodeField, verifiedReply } from '../src/bot/index.ts';
import { words } from '../src/words/index.ts';

const wording = words.commands.verify;

export default defineCommand({
  name: 'verify',
  words: wording,
  access: 'anyone',
  form: { words: wording, fields: { code: receiptCodeField() } },
  run: async ({ bank, person: discordUserId, place, session }, { code }) => {
    const found = await bank.receipts.verify(code, { discordUserId, place, session });
    return verifiedReply(found, bank.currency);
  },
});
