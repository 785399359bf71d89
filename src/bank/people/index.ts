/** What other rooms and the bank use of the room `people`. */
export { type AccessLog, createAccessLog } from './access-log.ts';
export { type AccessService, createAccess } from './access.ts';
export { holderOf } from './details/holder.ts';
export { fillWords, wordIndexes, wordsOf } from './details/name-words.ts';
export { addressFinder, contactIndexes, rewrapKey, unsealDetails } from './details/sealed.ts';
export type { Registered } from './entry/enrolment.ts';
export { createLanguages, type LanguagesService } from './languages.ts';
export type { LocksService } from './entry/locks.ts';
export { digestKind } from './notices/digests.ts';
export { createInbox, type InboxItem, type InboxPage, type InboxService } from './notices/inbox.ts';
export { weekOf } from './notices/week.ts';
export type { NoticesService } from './notices/settings.ts';
export { aboutCard, aboutPerson, type PasskeyProof, type Proof } from './passkeys/challenge.ts';
export type { BrowserOptions, Passkey, PasskeysService } from './profile/passkeys.ts';
export type { PrivacyService } from './privacy.ts';
export type { ProfileUpdated } from './profile/details-change.ts';
export type { ProfileService } from './profile/profile.ts';
export type { SecondFactorService } from './profile/second-factor.ts';
export { pruneLoginCounters } from './proofs/login-throttle.ts';
export { deleteCodesBefore, deleteSessionsBefore } from './store/forgotten.ts';
export { createPasswords } from './proofs/password-hashing.ts';
export { assertProved, type Prove, provesByApp, type Purpose } from './proofs/proof.ts';
export { openTotp, sealTotp } from './proofs/totp.ts';
export type { RecoveryService } from './entry/recovery.ts';
export type { CustomersService } from './entry/registration.ts';
export { createPeopleServices } from './services.ts';
export type { SessionsService } from './entry/login.ts';
export { findCode } from './store/codes.ts';
export {
  bindCustomer,
  detailsColumns,
  detailsOf,
  type DetailsRow,
  findCustomer,
  findDetails,
  insertCustomer,
  isErased,
  lockCustomer,
} from './store/customers.ts';
export { unlockAccounts } from './store/locks.ts';
export { findTimeZone, saveTimeZone } from './store/time-zones.ts';
export type { TimeZonesService } from './time-zones.ts';
export { lockLiveSession } from '../accounts/index.ts';
export { replaceWords } from './store/name-words.ts';
export {
  countLiveSessions,
  endLiveSession,
  findSession,
  sessionColumns,
  sessionOf,
} from './store/sessions.ts';
export {
  countManagers,
  deleteRole,
  listStaff,
  lockRole,
  lockRoles,
  saveRole,
} from './store/staff.ts';
