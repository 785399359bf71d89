/** A customer closes their empty account for ever and has their personal data erased. */
import { consentField, defineCommand, erasedReply, erasureQuestion } from '../../src/bot/index.ts';

export default defineCommand({
  name: 'erase',
  description: 'Close your account for ever and erase your personal data',
  access: 'customer',
  form: {
    title: 'Erase your data',
    fields: {
      understood: consentField(
        'I know that this cannot be undone',
        'Your account must be empty',
        'Tick the box if you want this.',
      ),
    },
  },
  confirm: async ({ bank, session }) => {
    await bank.privacy.judgeErasure(session);
    return erasureQuestion;
  },
  run: async ({ bank, session, requestId, isProved }) => {
    await bank.privacy.erase(session, { requestId, isProved });
    return erasedReply;
  },
});
