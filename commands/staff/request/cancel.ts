/** Staff cancel what can still be paid of a request, with a reason that the asker reads. */
import {
  defineCommand,
  reasonField,
  requestCancelledByStaff,
  staffRequestBeginning,
  staffRequestField,
} from '../../../src/bot/index.ts';
import { words } from '../../../src/words/index.ts';

const wording = words.commands['staff request cancel'];

export default defineCommand({
  name: 'cancel',
  words: wording,
  access: { staff: 'serve' },
  form: { words: wording, fields: { request: staffRequestField(), reason: reasonField() } },
  actions: { begin: staffRequestBeginning },
  run: async ({ bank, session }, { request: id, reason }) =>
    requestCancelledByStaff(await bank.customerRequests.cancel(session, { id, reason }), id),
});
