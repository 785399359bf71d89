/** A customer closes their empty account permanently and has their personal data erased. */
import { consentField, defineCommand, erasedReply, erasureQuestion } from '../../src/bot/index.ts';
import { words } from '../../src/words/index.ts';

const wording = words.commands['privacy erase'];

export default defineCommand({
  name: 'erase',
  words: wording,
  access: 'customer',
  form: {
    words: wording,
    fields: {
      understood: consentField('erasure'),
    },
  },
  confirm: async ({ bank, session }) => {
    await bank.privacy.judgeErasure(session);
    return erasureQuestion();
  },
  run: async ({ bank, session, requestId, isProved }) => {
    await bank.privacy.erase(session, { requestId, isProved });
    return erasedReply();
  },
});
