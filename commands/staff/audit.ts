/** Managers and auditors read who did what to whom, when and why. */
import {
  accountNumberField,
  auditReply,
  dateField,
  datesInOrder,
  defineCommand,
  memberField,
  optional,
  pageTurns,
  searchField,
  type Context,
  type InputOf,
  type Turn,
} from '../../src/bot/index.ts';

const pageSize = 8;

const fields = {
  actor: optional(memberField('Who did it')),
  target: optional(accountNumberField('To which account')),
  action: optional(searchField('Action', 'Part of its name: frozen, role, deposit', 40)),
  from: optional(dateField('From')),
  to: optional(dateField('To')),
};

async function page(
  { bank, session }: Context<{ staff: 'oversee' }>,
  { actor, target, action, from, to }: InputOf<typeof fields>,
  turn: Turn,
) {
  const filter = {
    ...(actor === null ? {} : { actor }),
    ...(target === null ? {} : { target }),
    ...(action === null ? {} : { action }),
    ...(from === null ? {} : { fromDate: from }),
    ...(to === null ? {} : { toDate: to }),
  };
  const found = await bank.oversight.audit(session, { filter, size: pageSize, ...turn });
  const filtered = Object.keys(filter).length > 0;
  return auditReply(found, { currency: bank.currency, filtered });
}

export default defineCommand({
  name: 'audit',
  description: 'Read who did what to whom, when and why',
  access: { staff: 'oversee' },
  form: {
    title: 'Which rows?',
    fields,
    check: ({ from = null, to = null }) => ({ to: datesInOrder(from, to) }),
  },
  actions: pageTurns(page),
  run: async (context, filter) => page(context, filter, {}),
});
