/** Managers and auditors see the bank as a whole: customers, deposits held, flow, trial balance. */
import { defineCommand, reportReply } from '../../src/bot/index.ts';

export default defineCommand({
  name: 'report',
  description: 'See customers, deposits held, the flow by day and the trial balance',
  access: { staff: 'oversee' },
  run: async ({ bank, session }) =>
    reportReply(await bank.oversight.report(session), bank.currency),
});
