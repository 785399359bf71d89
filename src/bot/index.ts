/** Everything that a command file may import from the bot. */
export {
  type AccountNumber,
  type RequestId,
  ageOn,
  isoDate,
  type NoticeChanges,
  remindersMax,
} from '../bank/index.ts';
export { withParts } from './cards/reply.ts';
export { defineCommand, type Context } from './command/command.ts';
export { optional, type InputOf } from './forms/field.ts';
export {
  accountNumberField,
  amountField,
  appCodeField,
  consentField,
  dateField,
  dateOfBirthField,
  differing,
  emailField,
  fullNameField,
  genderField,
  memberField,
  memoField,
  passwordField,
  phoneField,
  proofCodeField,
  proofField,
  searchField,
  timeZoneField,
} from './forms/fields.ts';
export { amountRangeField } from './forms/amount-range.ts';
export {
  dayBefore,
  daysField,
  daysOrDates,
  datesInOrder,
  directionField,
  kindsField,
} from './forms/history-fields.ts';
export {
  noticeChanges,
  noticeChoice,
  noticeKindsField,
  noticeThresholdField,
  noticeWayField,
  noticeWayProblem,
  quietHoursField,
  typedQuietHours,
  typedThreshold,
} from './forms/notice-fields.ts';
export {
  currencyNameField,
  depositRuleField,
  logChannelField,
  staffChannelField,
} from './forms/setup-fields.ts';
export { setUp } from './setup/change.ts';
export { languageField, sentenceField } from './forms/talk-fields.ts';
export { accessReply } from './replies/access-log.ts';
export {
  everyField,
  firstDateField,
  monthDayField,
  orderAmountField,
  orderChangeOf,
  orderNumberField,
  staffOrderFields,
  orderRules,
  payTimeField,
  untilField,
} from './forms/order-fields.ts';
export { newOrderQuestion, orderMadeReply, orderReply } from './orders/cards.ts';
export {
  cancelledReply,
  cancelOrderQuestion,
  orderActedReply,
  pausedReply,
  resumedReply,
  skippedReply,
} from './orders/changes.ts';
export { customerOrdersReply, ordersReply, planReply } from './orders/lists.ts';
export { orderToken, skipToken } from './orders/tokens.ts';
export * from './accounts/index.ts';
export * from './fees/index.ts';
export * from './limits/index.ts';
export * from './pots/index.ts';
export * from './shared/index.ts';
export { nicknameField, payeeField, savedNicknameField } from './forms/payee-field.ts';
export * from './requests/index.ts';
export { laterReply as laterDueReply, paysRequest } from './replies/request-notices.ts';
export {
  askedAccountField,
  dueDateField,
  expiryField,
  membersField,
  madeRequestField,
  requestField,
  serverRoleField,
  staffRequestField,
  sumField,
} from './forms/request-fields.ts';
export { paymentButtons } from './replies/payment-buttons.ts';
export { bookTransfer, transferQuestion } from './payments/transfer.ts';
export { actionsMatching } from './replies/audit-action.ts';
export { balanceReply } from './replies/accounts.ts';
export { helpReply, topicToken } from './replies/help.ts';
export { dayIn } from './forms/statement-fields.ts';
export { inboxReply, openedReply } from './replies/notices/inbox.ts';
export { noticesReply } from './replies/notices/settings.ts';
export { historyReply } from './replies/history.ts';
export {
  periodRefusal,
  statementReply,
  type StaffStatement,
  staffStatementToken,
  statementToken,
  type WantedStatement,
} from './documents/statement.ts';
export { statementFields, statementProblems, wantedStatement } from './documents/statement-form.ts';
export { receiptCodeField } from './forms/receipt-field.ts';
export { receiptCard, receiptPdfReply, receiptTextReply, verifiedReply } from './receipts/cards.ts';
export { momentField } from './forms/moment-field.ts';
export { pastBalanceReply, servedPastReply } from './receipts/past-balance.ts';
export { type TimeZone, utc } from '../bank/index.ts';
export {
  depositAskedReply,
  quoteQuestion,
  ownReceiptReply,
  receiptReply,
  shownApprovals,
  shownFee,
  shownWish,
  waitsForTeller,
} from './replies/money.ts';
export {
  payeeRemovedReply,
  payeeRenamedReply,
  payeeSavedReply,
  payeesReply,
} from './replies/payees.ts';
export {
  detailsReply,
  loginReply,
  logoutReply,
  reachStaffReply,
  welcomeReply,
} from './replies/people.ts';
export { auditReply, reportReply } from './replies/oversight.ts';
export { erasedReply, erasureQuestion, exportedReply } from './replies/privacy.ts';
export { balanceProofReply, paymentProofReply } from './documents/proofs.ts';
export {
  codeAskedReply,
  emailConfirmedReply,
  languageChosenReply,
  passwordChangedReply,
  profileReply,
  profileUpdatedReply,
  recoveredReply,
  recoveryCodesReply,
  sessionReply,
} from './replies/profile.ts';
export {
  safetyReply,
  setUpConfirmed,
  totpBegunReply,
  totpDisabledReply,
  totpEnabledReply,
  turnOffConfirmed,
} from './replies/second-factor.ts';
export { passkeyRemovedReply, passkeysReply, removalConfirmed } from './page/passkeys.ts';
export { lockedReply, lockQuestion, unlockedReply } from './replies/security.ts';
export {
  actedReply,
  approvalConfirmed,
  approvalLines,
  approvalsReply,
  correctedReply,
  decidedReply,
  revokedReply,
  rolesReply,
} from './replies/staff.ts';
export {
  foundReply,
  frozenReply,
  servedDetailsReply,
  servedReply,
  staffUnlockedReply,
} from './replies/served.ts';
export { doctorReply } from './doctor/reply.ts';
export { stuckReply, unstuckReply } from './replies/stuck.ts';
export { pageTurns, type Turn } from './command/page-turns.ts';
export { cursorToken, idToken, noToken, requestToken, switchToken } from './forms/tokens.ts';
export {
  chosenUser,
  customerQueryField,
  discordUserField,
  exactAmount,
  reasonField,
  roleReasonField,
  servedAccountField,
  referenceField,
  roleField,
  termsReasonField,
  sideField,
  userFields,
} from './forms/staff-fields.ts';
