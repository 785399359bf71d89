/** Exports of the room `messages`. */
export { resealedMail } from './letters.ts';
export { messageBacklog } from './store/backlog.ts';
export { contentOf } from './kinds/registry.ts';
export { quietUntil } from './handling.ts';
export type {
  DeskNotice,
  DeskSubject,
  Notice,
  PersonalSubject,
  Subject,
} from './kinds/registry.ts';
export type {
  MovedByStaff,
  NoticeEntry,
  OccurrencePlace,
  OrderByStaff,
  OrderOutcome,
  OrderShortage,
  Sources,
} from './kinds/sources.ts';
export { announceCheckpoint, mailTo, noteOwnAct, type TellingTools, tellOwner } from './notify.ts';
export { attemptsMax, leaseMs, pauseAfter } from './deliveries.ts';
export { createOutbox } from './direct.ts';
export { keepInInbox } from './kept.ts';
export { createDeskOutbox, createMail } from './outbox.ts';
export {
  type ApprovalCardsService,
  type ClosedCard,
  type CodeNotice,
  type DeskMessage,
  type DeskOutboxService,
  type MailMessage,
  type MailService,
  type OutboxMessage,
  type OutboxService,
} from './service.ts';
export {
  deskMessagesStatement,
  erasedAmong,
  insertDeskMessages,
  insertMessages,
  isKept,
  messagesStatement,
  type NewMessage,
  noCustomer,
} from './store/outbox.ts';
export {
  findInInbox,
  type InboxRow,
  pruneInbox,
  readInbox,
  setRead,
  unreadOf,
} from './store/inbox.ts';
export { forgetUnreached, takeNews } from './store/reach.ts';
export { findRecipients, lockDigestsDue, moveDigest, saveSettings } from './store/settings.ts';
export { createWelcomes, type WelcomesService } from './welcomes.ts';
export { unknownKindsReporter } from './unknown-kinds.ts';
