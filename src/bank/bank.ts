/** Composes the rooms into one bank: what it offers, and how it is made. */
import type { Pool } from '../db/pool.ts';
import { insertProcess } from '../db/processes.ts';
import type { Clock } from '../lib/clock.ts';
import { firstIdAt, type IdSource, idSource, processNumbers } from '../lib/ids.ts';
import { type AccountsService, createAccounts } from './accounts/index.ts';
import { startChain, watchBooks } from './audit/index.ts';
import { createPending, type PendingService } from './conversations/index.ts';
import { guardedAll } from './guard.ts';
import { housekeeping } from './housekeeping.ts';
import { createJobs } from './jobs/index.ts';
import { deriveKeys, type Keys } from './keys/index.ts';
import {
  type BooksService,
  createBooks,
  createLedger,
  ensureChart,
  type LedgerRules,
} from './ledger/index.ts';
import { messageSources } from './message-sources.ts';
import {
  announceHead,
  type ApprovalCardsService,
  createDeskOutbox,
  createMail,
  createOutbox,
  type DeskOutboxService,
  type MailService,
  type OutboxService,
} from './messages/index.ts';
import type * as m from './model/index.ts';
import {
  type BankSecrets,
  type BankSettings,
  isoDate,
  type ReportEvent,
  type Session,
  settingDefaults,
} from './model/index.ts';
import { createPayments, type PaymentsService } from './payments/index.ts';
import {
  type AccessLog,
  type AccessService,
  addressFinder,
  createAccess,
  createAccessLog,
  createPasswords,
  createPeopleServices,
  type CustomersService,
  fillWords,
  type LocksService,
  type PrivacyService,
  type ProfileService,
  proveSelf,
  type Purpose,
  type RecoveryService,
  type SecondFactorService,
  type SessionsService,
} from './people/index.ts';
import { createStatements, type StatementsService } from './records/index.ts';
import {
  type ApprovalsService,
  type CorrectionsService,
  type CounterService,
  createApprovalCards,
  createDesk,
  createStaffServices,
  helpsAsOwner,
  type OversightService,
  type StaffService,
  type StuckService,
} from './staff/index.ts';
import { createThrottle, type ThrottleService } from './throttle/index.ts';
import { throttled } from './throttled.ts';

/** The bank as the bot sees it: bound plain functions, grouped by subject. Made by `createBank`. */
export interface Bank {
  readonly currency: m.Currency;
  /** The country whose phone numbers need no country code; null: none. */
  readonly defaultRegion: string | null;
  /** Whether codes and notices leave by mail; without it recovery codes are the only codes. */
  readonly canMail: boolean;
  /** Whether large and first payments and the staff's money acts need a proof of their own. */
  readonly asksProof: boolean;
  readonly access: AccessService;
  readonly customers: CustomersService;
  readonly sessions: SessionsService;
  readonly recovery: RecoveryService;
  readonly profile: ProfileService;
  readonly locks: LocksService;
  readonly secondFactor: SecondFactorService;
  readonly privacy: PrivacyService;
  readonly accounts: AccountsService & { readonly accessLog: AccessLog };
  readonly payments: PaymentsService;
  readonly statements: StatementsService;
  readonly throttle: ThrottleService;
  readonly pending: PendingService;
  readonly outbox: OutboxService;
  readonly mail: MailService;
  /** Cards for the staff's channel. */
  readonly staffCards: DeskOutboxService;
  /** Cards that stand there already. */
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
  /** Waits for work under way; called once at shutdown, before the pool closes. */
  close(): Promise<void>;
}

export interface BankDependencies {
  /** Of a migrated schema; stays the caller's to close, after the bank. */
  readonly pool: Pool;
  readonly clock: Clock;
  readonly report: ReportEvent;
  readonly settings: BankSettings;
  readonly secrets: BankSecrets;
  /** Replaces the database's clock where jobs are due; for tests. */
  readonly jobTime?: () => Date;
}

/** By then every batch that took its ids has been committed or given up. */
const settledAfterMs = 120_000;

const rulesOf = (
  settings: BankSettings & { readonly stepUpAbove: bigint | null },
  watch: { readonly isHalted: boolean },
): LedgerRules => ({
  currency: settings.currency,
  limitPerTransaction: settings.limitPerTransaction,
  limitPerDay: settings.limitPerDay,
  stepUpAbove: settings.stepUpAbove,
  idleMs: settings.sessionIdleMs,
  absoluteMs: settings.sessionAbsoluteMs,
  get isHalted() {
    return watch.isHalted;
  },
});

/** What waits to be sent, by the way it leaves. */
function createSenders(tools: {
  readonly pool: Pool;
  readonly limits: m.SessionLimits;
  readonly report: ReportEvent;
  readonly nextId: IdSource;
  readonly keys: Keys;
}) {
  const { pool, limits, report, nextId, keys } = tools;
  const sources = messageSources(pool, limits);
  return {
    outbox: createOutbox({ pool, sources, report, nextId }),
    mail: createMail({ pool, sources, report, keys }),
    approvalCards: createApprovalCards({ pool, report }),
    staffCards: createDeskOutbox({ pool, sources, report }, 'STAFF'),
    staffLog: createDeskOutbox({ pool, sources, report }, 'LOG'),
  };
}

async function closeInTurn(parts: readonly { close(): Promise<void> }[]): Promise<void> {
  for (const part of parts) await part.close();
}

/** Throws CurrencyMismatch when the database keeps another currency than the settings say. */
export async function createBank(dependencies: BankDependencies): Promise<Bank> {
  const { pool, clock, report } = dependencies;
  const settings = { ...settingDefaults, ...dependencies.settings };
  const { currency, deposits, stepUpAbove, staffTotp } = settings;
  const limits = { idleMs: settings.sessionIdleMs, absoluteMs: settings.sessionAbsoluteMs };
  const keys = deriveKeys(dependencies.secrets);
  await ensureChart(pool, currency, isoDate(clock.now()));
  await fillWords({ pool, keys });
  const processNumber = (await insertProcess(pool)) % processNumbers;
  const nextId = idSource({ clock, processNumber });
  const passwords = await createPasswords({ keys, cost: settings.bcryptCost, report });

  const settledId = () => firstIdAt(clock.now() - settledAfterMs);
  const { verifyEveryMs } = settings;
  const watch = watchBooks({ pool, report, settledId, verifyEveryMs });
  const rules = rulesOf(settings, watch);
  const desk = createDesk(settings.ownerIds);
  const jobs = createJobs({ pool, nextId, report, desk, time: dependencies.jobTime });
  const isLogged = () => desk.log;
  const ledger = createLedger({ isLogged, pool, nextId, rules }, { report });
  const chain = startChain({
    pool,
    clock,
    report,
    settledId,
    announce: async (tx, link) => (desk.log ? announceHead(tx, nextId(), link) : undefined),
    key: keys.chain,
    everyMs: settings.chainEveryMs,
  });
  const { canMail, defaultRegion, loginFloorMs } = settings;
  const known = { keys, limits, currency, settings, passwords, canMail, staffTotp };
  const addressOf = addressFinder(keys);
  const shared = { pool, nextId, clock, defaultRegion, addressOf, ...known };
  const prove = async (session: Session, proof: string, purpose?: Purpose) =>
    proveSelf(shared, session, proof, purpose);
  const ownerHelps = async (id: m.DiscordUserId) => helpsAsOwner(pool, desk, id);
  const { fourEyesAbove, staffLimitPerDay } = settings;
  const asksProof = stepUpAbove !== null;
  const serving = { ...shared, desk, jobs, ledger, fourEyesAbove, asksProof, staffLimitPerDay };
  const { askDeposit, ...staffServices } = createStaffServices(serving);
  const throttle = createThrottle(pool, settings.throttleFactor, report);
  const people = createPeopleServices({ ...shared, loginFloorMs, bankName: settings.name });
  const payments = createPayments({ ...shared, ledger, deposits, askDeposit, stepUpAbove });
  const services = guardedAll({
    ...throttled(throttle, { ...people, payments }),
    ...staffServices,
    secondFactor: people.secondFactor,
    privacy: people.privacy,
    access: createAccess({ pool, limits, prove, helpsAsOwner: ownerHelps }),
    accounts: { ...createAccounts(pool, limits), accessLog: createAccessLog(pool, limits) },
    statements: createStatements(pool, limits),
    throttle: throttle.service,
    pending: createPending({ ...shared, desk, report, key: keys.conversations, prove }),
    ...createSenders({ pool, limits, report, nextId, keys }),
    books: createBooks(pool),
  });
  const running = jobs.start(housekeeping({ pool, clock }), { everyMs: settings.jobsEveryMs });
  return {
    currency,
    defaultRegion,
    canMail,
    asksProof,
    ...services,
    close: async () => closeInTurn([running, throttle, ledger, watch, chain, passwords]),
  };
}
