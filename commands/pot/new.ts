/** A customer opens a pot, with a goal and its day where they have one. */
import {
  defineCommand,
  optional,
  potDateField,
  potGoalField,
  potNameField,
  potOfField,
  potOpenedReply,
  potOpeningQuestion,
} from '../../src/bot/index.ts';
import { words } from '../../src/words/index.ts';

const wording = words.commands['pot new'];

export default defineCommand({
  name: 'new',
  words: wording,
  access: 'customer',
  form: {
    words: wording,
    fields: {
      name: potNameField(),
      goal: optional(potGoalField()),
      date: optional(potDateField()),
      shared: optional(potOfField()),
    },
  },
  confirm: async ({ bank, session }, { name, goal, date: goalDate, shared: meant }) => {
    const shared = meant === null ? null : await bank.shared.find(session, meant, 'SAVE');
    const of = shared === null ? {} : { of: shared.accountNumber };
    const order = { name, goal, goalDate, ...of };
    await bank.pots.judgeOpening(session, order);
    return potOpeningQuestion(order, bank.currency, shared && { name: shared.name ?? '' });
  },
  run: async ({ bank, session, requestId, isProved }, order) =>
    potOpenedReply(await bank.pots.open(session, { ...order, requestId, isProved })),
});
