/** Exports of the room `messages`. */
export { resealedMail } from './letters.ts';
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
export { announceHead, mailTo, noteOwnAct, type TellingTools, tellOwner } from './notify.ts';
export {
  attemptsMax,
  createDeskOutbox,
  createMail,
  createOutbox,
  leaseMs,
  pauseAfter,
} from './outbox.ts';
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
  messagesStatement,
  type NewMessage,
  noCustomer,
} from './store/outbox.ts';
export { createWelcomes, type WelcomesService } from './welcomes.ts';
export { unknownKindsReporter } from './unknown-kinds.ts';
