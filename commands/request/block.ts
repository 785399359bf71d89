/** A customer chooses people from whom they accept no requests for money. */
import {
  blockedReply,
  blocksReply,
  defineCommand,
  memberField,
  optional,
  requestToken,
  unblockedReply,
  userToken,
} from '../../src/bot/index.ts';
import { words } from '../../src/words/index.ts';

const wording = words.commands['request block'];

export default defineCommand({
  name: 'block',
  words: wording,
  access: 'customer',
  formByButton: true,
  form: { words: wording, fields: { member: optional(memberField('blockMember')) } },
  actions: {
    /** The asker of a request that the customer got. */
    asker: {
      answer: 'replace',
      alone: true,
      token: requestToken,
      run: async ({ bank, session }, _given, id) => {
        const { askerMember } = (await bank.requests.due(session, id)).request;
        await bank.requests.block(session, askerMember);
        return blockedReply(askerMember);
      },
    },
    unblock: {
      answer: 'replace',
      alone: true,
      token: userToken,
      run: async ({ bank, session }, _given, member) => {
        await bank.requests.unblock(session, member);
        return unblockedReply(member);
      },
    },
  },
  run: async ({ bank, session }, { member }) => {
    if (member === null) return blocksReply(await bank.requests.blocked(session));
    await bank.requests.block(session, member);
    return blockedReply(member);
  },
});
