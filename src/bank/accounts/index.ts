/** What other rooms and the bank use of the room `accounts`. */
export { accountDirectory, type AccountDirectory } from './directory.ts';
export { type AccountsService, createAccounts } from './overview.ts';
export { type AccountOpening, openAccount } from './opening.ts';
export { actorsIn, readableAccount, readsAfterOf, sharedReadBy } from './readable.ts';
export {
  accountIdsOf,
  accountNumberOfMember,
  type AccountRow,
  accountsOfSession,
  findParty,
  accountStates,
  isAnyClosed,
  mainAccountClause,
  renameHolder,
} from './store/accounts.ts';
export { insertPot, saveLock, saveRelease } from './store/pots.ts';
export {
  countShared,
  sharedOfSession,
  type SharedPotRow,
  sharedPotsOfSession,
  type SharedRow,
  spentClause,
  termsOf,
} from './store/shared.ts';
export {
  lockLiveSession,
  movingClause,
  movingTimes,
  readingClause,
  readingTimes,
} from './store/session.ts';
