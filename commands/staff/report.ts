/** Managers and auditors see the bank as a whole: customers, deposits held, flow, trial balance. */
import { defineCommand, reportReply } from '../../src/bot/index.ts';
import { words } from '../../src/words/index.ts';

const wording = words.commands['staff report'];

export default defineCommand({
  name: 'report',
  words: wording,
  access: { staff: 'oversee' },
  run: async ({ bank, session }) =>
    reportReply(await bank.oversight.report(session), bank.currency),
});
