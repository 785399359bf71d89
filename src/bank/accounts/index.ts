/** The door of the room `accounts`: what other rooms and the bank use of it. */
export { accountDirectory, type AccountDirectory } from './directory.ts';
export { type AccountsService, createAccounts } from './overview.ts';
export {
  accountNumberOfMember,
  type AccountRow,
  accountsOfSession,
  findParty,
  insertAccount,
  isAnyClosed,
  renameHolder,
} from './store/accounts.ts';
