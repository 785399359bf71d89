/** What the bank charges, for command files. */
export { feeQuestion, feesReply, typedTerms } from './cards.ts';
export {
  feeFlatField,
  feeFreeField,
  feeFromField,
  feeKindField,
  feeLeastField,
  feeMostField,
  feePerMilleField,
} from './fields.ts';
