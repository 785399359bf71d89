/** The door of the room `messages`: what other rooms and the bank use of it. */
export { openMail, sealMail } from './letters.ts';
export { placeDetails } from './notices.ts';
export { mailTo, noteOwnAct, type TellingTools, tellOwner } from './notify.ts';
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
  type DeskNotice,
  type DeskOutboxService,
  type MailMessage,
  type MailService,
  type Notice,
  type NoticeEntry,
  type OutboxMessage,
  type OutboxService,
  type SecurityEvent,
  type StaffMove,
  staffMoves,
} from './service.ts';
export {
  deskMessagesStatement,
  insertDeskMessages,
  insertMessages,
  messagesStatement,
  type NewMessage,
} from './store/outbox.ts';
