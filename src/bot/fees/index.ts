/** What the bank charges, for command files. */
export { earningParts, interestQuestion } from './interest.ts';
export { feeQuestion, feesReply, typedTerms } from './cards.ts';
export {
  feeFlatField,
  feeFreeField,
  feeFromField,
  feeKindField,
  feeLeastField,
  feeMostField,
  feePerMilleField,
  interestPointsField,
  interestSavingsField,
} from './fields.ts';
