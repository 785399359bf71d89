/** Composes the rooms into one bank: what it offers, and how it is made. */
import type { Pool } from '../db/pool.ts';
import { insertProcess } from '../db/processes.ts';
import type { Clock } from '../lib/clock.ts';
import { closeInTurn } from '../lib/close-in-turn.ts';
import { idSource, processNumbers } from '../lib/ids.ts';
import { type AccountsService, createAccounts } from './accounts/index.ts';
import { startBooks } from './books.ts';
import { createPending, type PendingService } from './conversations/index.ts';
import { guardedAll } from './guard.ts';
import { housekeeping } from './housekeeping.ts';
import { createJobs } from './jobs/index.ts';
import { deriveKeys } from './keys/index.ts';
import {
  type BooksService,
  createBooks,
  type EndedBatch,
  ensureChart,
  holdExpiry,
} from './ledger/index.ts';
import {
  type ApprovalCardsService,
  type DeskOutboxService,
  type MailService,
  type OutboxService,
  type WelcomesService,
} from './messages/index.ts';
import type * as m from './model/index.ts';
import { isoDate, withDefaults } from './model/index.ts';
import {
  createPayees,
  createPaymentActs,
  createPayments,
  type PayeesService,
  createRequests,
  exportedRequests,
  payableDues,
  type PaymentActsService,
  type PaymentsService,
  createOrders,
  createOwnAccounts,
  type OrdersService,
  type OwnAccountsService,
  dueLinkKind,
  type RequestsService,
} from './payments/index.ts';
import {
  type AccessLog,
  type AccessService,
  addressFinder,
  createAccess,
  createAccessLog,
  createLanguages,
  createPasswords,
  createPeopleServices,
  type CustomersService,
  digestKind,
  fillWords,
  type InboxService,
  type LanguagesService,
  type LocksService,
  type NoticesService,
  type PrivacyService,
  type ProfileService,
  type RecoveryService,
  type SecondFactorService,
  type SessionsService,
  type TimeZonesService,
} from './people/index.ts';
import {
  type AccountStatementsService,
  createAccountStatements,
  createReceipts,
  createStatements,
  type StatementsService,
} from './records/index.ts';
import {
  type ApprovalsService,
  type CorrectionsService,
  type CounterService,
  type CustomerOrdersService,
  type CustomerRequestsService,
  createDesk,
  createStaffServices,
  helpsAsOwner,
  type OversightService,
  type StaffService,
  type StuckService,
} from './staff/index.ts';
import { createSenders } from './senders.ts';
import { createThrottle, type ThrottleService } from './throttle/index.ts';
import { throttled, type ThrottledReceipts } from './throttled.ts';
import { createVitals, type VitalsService } from './vitals.ts';

/** The bank as the bot sees it: plain functions, grouped by subject. Made by `createBank`. */
export interface Bank {
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
  readonly privacy: PrivacyService;
  readonly languages: LanguagesService;
  readonly timeZones: TimeZonesService;
  readonly notices: NoticesService;
  readonly inbox: InboxService;
  readonly accounts: AccountsService & OwnAccountsService & { readonly accessLog: AccessLog };
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
  /** Money that customers ask of each other. */
  readonly requests: RequestsService;
  readonly throttle: ThrottleService;
  readonly pending: PendingService;
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
  readonly books: BooksService;
  /** What waits in the bank, for those who watch it. */
  readonly vitals: VitalsService;
  /** Waits for running work; call it once at shutdown, before the pool is closed. */
  close(): Promise<void>;
}

export interface BankDependencies {
  /** Its schema is migrated; the caller closes it after the bank. */
  readonly pool: Pool;
  readonly clock: Clock;
  readonly report: m.ReportEvent;
  readonly settings: m.BankSettings;
  readonly secrets: m.BankSecrets;
  /** Called for every batch of the ledger. */
  readonly batchEnded?: (batch: EndedBatch) => void;
  /** Replaces the database's clock where jobs are due; for tests. */
  readonly jobTime?: () => Date;
}

const accountServices = (tools: Parameters<typeof createOwnAccounts>[0]): Bank['accounts'] => ({
  ...createAccounts(tools.pool, tools.limits),
  ...createOwnAccounts(tools),
  accessLog: createAccessLog(tools.pool, tools.limits),
});

/** Throws CurrencyMismatch when the database has another currency than the settings. */
export async function createBank(dependencies: BankDependencies): Promise<Bank> {
  const { pool, clock, report, batchEnded } = dependencies;
  const settings = withDefaults(dependencies.settings);
  const { currency, isoCurrency, canMail, defaultRegion, deposits, stepUpAbove } = settings;
  const { staffTotp, fourEyesAbove, staffLimitPerDay } = settings;
  const limits = {
    idleMs: settings.sessionIdleMs,
    absoluteMs: settings.sessionAbsoluteMs,
    readMs: settings.sessionReadMs,
  };
  const keys = deriveKeys(dependencies.secrets);
  await ensureChart(pool, currency, isoDate(clock.now()));
  await fillWords({ pool, keys, report });
  const processNumber = (await insertProcess(pool)) % processNumbers;
  const nextId = idSource({ clock, processNumber });
  const passwords = await createPasswords({ keys, cost: settings.bcryptCost, report });
  const desk = createDesk(settings.ownerIds);
  const jobs = createJobs({ pool, nextId, report, desk, time: dependencies.jobTime });
  const linked = { [dueLinkKind]: payableDues(currency) };
  const parts = { pool, nextId, clock, report, keys, desk, jobs, settings, linked, batchEnded };
  const books = startBooks(parts);
  const notify = { nextId, keys, canMail, addressOf: addressFinder(keys) };
  const asksProof = stepUpAbove !== null;
  const moving = { pool, nextId, ledger: books.ledger, currency };
  const orders = createOrders({ ...moving, limits, jobs, settings, time: dependencies.jobTime });
  const rules = { defaultRegion, asksProof, staffTotp, fourEyesAbove, staffLimitPerDay };
  const desks = { ...rules, keys, notify, limits, desk, jobs, orders: orders.control, isoCurrency };
  const { askDeposit, ...staffServices } = createStaffServices({ ...moving, ...desks });
  const ownerHelps = async (id: m.DiscordUserId) => helpsAsOwner(pool, desk, id);
  const throttle = createThrottle(pool, settings.throttleFactor, report);
  const own = { pool, nextId, limits, keys, notify };
  const more = { standingOrders: orders.exported, requests: exportedRequests(pool) };
  const forPeople = { own, clock, passwords, settings, more };
  const { prove, free, ...people } = createPeopleServices(forPeople);
  const payments = createPayments({ ...moving, ...own, clock, deposits, stepUpAbove, askDeposit });
  const paymentActs = createPaymentActs({ pool, nextId, limits });
  const requests = createRequests({ pool, nextId, limits, currency });
  const receipts = createReceipts({ ...own, currency, bankName: settings.name });
  const paying = { payments, paymentActs, payees: createPayees(own), requests, receipts };
  const services = guardedAll({
    ...throttled(throttle, { ...people, ...paying, orders: orders.service }),
    ...staffServices,
    ...free,
    languages: createLanguages(pool),
    access: createAccess({ pool, limits, prove, helpsAsOwner: ownerHelps }),
    accounts: accountServices({ pool, limits, currency, ...notify }),
    statements: createStatements(pool, limits),
    accountStatements: createAccountStatements(pool, limits, { currency, isoCurrency }),
    throttle: throttle.service,
    pending: createPending({ pool, clock, nextId, limits, keys, report, desk, prove }),
    ...createSenders({ pool, limits, report, nextId, keys, desk }),
    books: createBooks(pool),
    vitals: createVitals(pool),
  });
  const kinds = [
    ...housekeeping({ pool, clock }),
    holdExpiry(books.ledger.holds),
    digestKind({ pool, clock, nextId }),
    ...orders.jobKinds,
  ];
  const running = jobs.start(kinds, { everyMs: settings.jobsEveryMs });
  return {
    currency,
    defaultRegion,
    canMail,
    asksProof,
    ...services,
    close: async () => closeInTurn([running, throttle, books, passwords]),
  };
}
