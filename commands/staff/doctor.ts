/** Managers see what `npm run doctor` finds, from inside the running bank. */
import { defineCommand, doctorReply } from '../../src/bot/index.ts';
import { words } from '../../src/words/index.ts';

const wording = words.commands['staff doctor'];

export default defineCommand({
  name: 'doctor',
  words: wording,
  access: { staff: 'manage' },
  run: async ({ bank, session, examine }) => {
    await bank.oversight.noteHealthRead(session);
    return doctorReply(await examine());
  },
});
