/** A customer's pots, for command files. */
export {
  lockQuestionOf,
  potClosedReply,
  potClosingQuestion,
  potLockedReply,
  potOpenedReply,
  potOpeningQuestion,
  releasedReply,
  releaseQuestion,
} from './cards.ts';
export {
  lockUntilField,
  lockWaitField,
  onlyPotField,
  potDateField,
  potField,
  potGoalField,
  potNameField,
  potOfField,
  potToken,
  roundUpField,
} from './fields.ts';
export { potsReply } from '../accounts/pots.ts';
export { bookPotMove, potMoveQuestion } from './moving.ts';
export { roundUpsQuestion, roundUpsReply } from './round-ups.ts';
