/** What other rooms and the bank use of the room `accounts`. */
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
