/** What the bank offers, grouped by subject. */
import type { AccountServices } from './account-services.ts';
import type { LogService } from './audit/index.ts';
import type { PendingService } from './conversations/index.ts';
import type { BooksService } from './ledger/index.ts';
import type {
  ApprovalCardsService,
  DeskOutboxService,
  MailService,
  OutboxService,
  WelcomesService,
} from './messages/index.ts';
import type { LinksService } from './links/index.ts';
import type * as m from './model/index.ts';
import type {
  PayeesService,
  PaymentActsService,
  PaymentsService,
  OrdersService,
  RequestsService,
} from './payments/index.ts';
import type {
  AccessService,
  CustomersService,
  InboxService,
  LanguagesService,
  LocksService,
  NoticesService,
  PasskeysService,
  PrivacyService,
  ProfileService,
  RecoveryService,
  SecondFactorService,
  SessionsService,
  TimeZonesService,
} from './people/index.ts';
import type {
  AccountStatementsService,
  ProofsService,
  StatementsService,
} from './records/index.ts';
import type {
  ApprovalsService,
  CorrectionsService,
  CounterService,
  CustomerOrdersService,
  CustomerRequestsService,
  OversightService,
  SetupService,
  StaffFeesService,
  StaffInterestService,
  StaffService,
  StuckService,
} from './staff/index.ts';
import type { ThrottleService } from './throttle/index.ts';
import type { ThrottledReceipts } from './throttled.ts';
import type { UpkeepService } from './upkeep.ts';
import type { VitalsService } from './vitals.ts';

/** The bank as the bot sees it: plain functions. Made by `createBank`. */
export interface Bank extends AccountServices {
  readonly currency: m.Currency;
  /** The country whose phone numbers need no country code; null: none. */
  readonly defaultRegion: string | null;
  /** Whether codes and notices are mailed; without mail, only recovery codes exist. */
  readonly canMail: boolean;
  /** Whether large and first payments, and payments by staff, need a proof each. */
  readonly asksProof: boolean;
  readonly access: AccessService;
  readonly customers: CustomersService;
  readonly sessions: SessionsService;
  readonly recovery: RecoveryService;
  readonly profile: ProfileService;
  readonly locks: LocksService;
  readonly secondFactor: SecondFactorService;
  readonly passkeys: PasskeysService;
  readonly privacy: PrivacyService;
  readonly languages: LanguagesService;
  readonly timeZones: TimeZonesService;
  readonly notices: NoticesService;
  readonly inbox: InboxService;
  readonly payments: PaymentsService;
  /** What payer and payee may do about a transfer afterwards. */
  readonly paymentActs: PaymentActsService;
  /** Accounts by nicknames of the customer's own. */
  readonly payees: PayeesService;
  /** Standing orders. */
  readonly orders: OrdersService;
  readonly customerOrders: CustomerOrdersService;
  readonly customerRequests: CustomerRequestsService;
  /** The history of an account. */
  readonly statements: StatementsService;
  /** Documents over whole days, and balances of the past. */
  readonly accountStatements: AccountStatementsService;
  /** Receipts of transactions, and their verification. */
  readonly receipts: ThrottledReceipts;
  /** Proofs that others can check without trusting the bank. */
  readonly proofs: ProofsService;
  /** Money that customers ask of each other. */
  readonly requests: RequestsService;
  /** Fees, as managers set them. */
  readonly staffFees: StaffFeesService;
  /** Rates of interest, as managers set them. */
  readonly staffInterest: StaffInterestService;
  readonly throttle: ThrottleService;
  readonly pending: PendingService;
  /** One-time links to the bank's page. */
  readonly links: LinksService;
  readonly outbox: OutboxService;
  readonly mail: MailService;
  readonly welcomes: WelcomesService;
  /** Cards for the staff's channel. */
  readonly staffCards: DeskOutboxService;
  /** Cards already posted there, which show the decision. */
  readonly approvalCards: ApprovalCardsService;
  /** Lines for the staff's log. */
  readonly staffLog: DeskOutboxService;
  readonly staff: StaffService;
  readonly approvals: ApprovalsService;
  readonly counter: CounterService;
  readonly corrections: CorrectionsService;
  readonly oversight: OversightService;
  readonly stuck: StuckService;
  /** Settings that are made on Discord. */
  readonly setup: SetupService;
  readonly books: BooksService;
  /** Tells staff of failing backups. */
  readonly upkeep: UpkeepService;
  /** What waits in the bank, for those who watch it. */
  readonly vitals: VitalsService;
  /** What is published of the log of everything booked. */
  readonly log: LogService;
  /** Waits for running work; call it once at shutdown, before the pool is closed. */
  close(): Promise<void>;
}
