/** A customer's own accounts, for command files. */
export {
  accountsReply,
  closedReply,
  closingQuestion,
  mainQuestion,
  mainReply,
  openedReply as accountOpenedReply,
  openingQuestion,
  renamedReply as accountRenamedReply,
} from './cards.ts';
export { accountOf, chooseAccount, withAccountChoice, withAccountMenu } from './choosing.ts';
export {
  accountNameField,
  accountOption,
  accountToken,
  accountTypeField,
  ownAccountField,
} from './fields.ts';
