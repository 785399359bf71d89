/** Managers and auditors read the audit trail. */
import {
  servedAccountField,
  actionsMatching,
  auditReply,
  dateField,
  datesInOrder,
  defineCommand,
  discordUserField,
  optional,
  pageTurns,
  searchField,
  type Context,
  type InputOf,
  type Turn,
} from '../../src/bot/index.ts';
import { words } from '../../src/words/index.ts';

const pageSize = 8;

const fields = {
  actor: optional(discordUserField('auditActor')),
  target: optional(servedAccountField('auditAccount')),
  action: optional(searchField('auditAction', 40)),
  from: optional(dateField('fromDate')),
  to: optional(dateField('toDate')),
};

async function page(
  { bank, session }: Context<{ staff: 'oversee' }>,
  { actor, target, action, from, to }: InputOf<typeof fields>,
  turn: Turn,
) {
  const filter = {
    ...(actor === null ? {} : { actor }),
    ...(target === null ? {} : { target }),
    ...(action === null ? {} : { actions: actionsMatching(action) }),
    ...(from === null ? {} : { fromDate: from }),
    ...(to === null ? {} : { toDate: to }),
  };
  const found = await bank.oversight.audit(session, { filter, size: pageSize, ...turn });
  const filtered = Object.keys(filter).length > 0;
  return auditReply(found, { currency: bank.currency, filtered });
}

const wording = words.commands['staff audit'];

export default defineCommand({
  name: 'audit',
  words: wording,
  access: { staff: 'oversee' },
  form: {
    words: wording,
    fields,
    check: ({ from = null, to = null }) => ({ to: datesInOrder(from, to) }),
  },
  actions: pageTurns(page),
  run: async (context, filter) => page(context, filter, {}),
});
