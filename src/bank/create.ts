/** Composes the rooms into one bank. */
import type { Pool } from '../db/pool.ts';
import { insertProcess } from '../db/processes.ts';
import type { Clock } from '../lib/clock.ts';
import { closeInTurn } from './close-in-turn.ts';
import { type IdSource, idSource, processNumbers } from '../lib/ids.ts';
import { accountServices } from './account-services.ts';
import { textSigner } from './audit/index.ts';
import { publicBooks, startBooks } from './books.ts';
import { createPending } from './conversations/index.ts';
import { guardedAll } from './guard.ts';
import { housekeeping } from './housekeeping.ts';
import { createJobs, type Jobs } from './jobs/index.ts';
import { deriveKeys } from './keys/index.ts';
import { type EndedBatch, ensureChart, holdExpiry, type Ledger } from './ledger/index.ts';
import { createLinks } from './links/index.ts';
import type * as m from './model/index.ts';
import { isoDate, withDefaults } from './model/index.ts';
import {
  announcements,
  createPayees,
  createPaymentActs,
  createPayments,
  createRequests,
  exportedOf,
  interestCrediting,
  payableDues,
  createOrders,
  dueLinkKind,
} from './payments/index.ts';
import {
  addressFinder,
  createAccess,
  createLanguages,
  createPasswords,
  createPeopleServices,
  digestKind,
  fillWords,
} from './people/index.ts';
import {
  createAccountStatements,
  createProofs,
  createReceipts,
  createStatements,
  indexKind,
  liabilitiesKind,
} from './records/index.ts';
import { createDesk, createStaffServices, helpsAsOwner } from './staff/index.ts';
import { createSenders } from './senders.ts';
import { approvalExpiry, leavesShared, memberLinkKind, sharedSpending } from './shared/index.ts';
import { createThrottle } from './throttle/index.ts';
import { throttled } from './throttled.ts';
import { createUpkeep } from './upkeep.ts';
import type { Bank } from './bank.ts';

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

const sessionLimits = (settings: ReturnType<typeof withDefaults>) => ({
  idleMs: settings.sessionIdleMs,
  absoluteMs: settings.sessionAbsoluteMs,
  readMs: settings.sessionReadMs,
});

const bankLimits = ({ limitPerTransaction: perPayment, limitPerDay: perDay }: m.FullSettings) => ({
  perPayment,
  perDay,
});

interface JobTools {
  readonly pool: Pool;
  readonly nextId: IdSource;
  readonly ledger: Ledger;
  readonly jobs: Jobs;
  readonly currency: m.Currency;
  readonly time: (() => Date) | undefined;
}

const linkedKinds = (currency: m.Currency) => ({
  [dueLinkKind]: payableDues(currency),
  [memberLinkKind]: sharedSpending(currency),
});

const dueLink = (id: bigint): m.Link => ({ kind: dueLinkKind, id });

/** Work that is due by itself, but for standing orders. */
const jobKinds = (
  { pool, nextId, ledger, jobs, currency, time }: JobTools,
  clock: Clock,
  { sessionsKeptMs }: Pick<m.FullSettings, 'sessionsKeptMs'>,
) => [
  ...housekeeping({ pool, clock, sessionsKeptMs }),
  holdExpiry(ledger.holds),
  approvalExpiry({ pool, nextId, ledger }),
  liabilitiesKind(pool),
  indexKind(pool),
  digestKind({ pool, clock, nextId }),
  ...announcements({ pool, nextId, jobs }),
  interestCrediting({ pool, ledger, currency, time }),
];

/** Throws CurrencyMismatch when the database has another currency than the settings. */
export async function createBank(dependencies: BankDependencies): Promise<Bank> {
  const { pool, clock, report, batchEnded, jobTime: time } = dependencies;
  const settings = withDefaults(dependencies.settings);
  const { currency, isoCurrency, canMail, defaultRegion, deposits, stepUpAbove } = settings;
  const { staffTotp, fourEyesAbove, staffLimitPerDay } = settings;
  const limits = sessionLimits(settings);
  const keys = deriveKeys(dependencies.secrets);
  await ensureChart(pool, currency, isoDate(clock.now()));
  await fillWords({ pool, keys, report });
  const processNumber = (await insertProcess(pool)) % processNumbers;
  const nextId = idSource({ clock, processNumber });
  const passwords = await createPasswords({ keys, cost: settings.bcryptCost, report });
  const desk = createDesk(settings.ownerIds);
  const jobs = createJobs({ pool, nextId, report, desk, time });
  const linked = linkedKinds(currency);
  const parts = { pool, nextId, clock, report, keys, desk, jobs, settings, linked, batchEnded };
  const books = startBooks(parts);
  const notify = { nextId, keys, canMail, addressOf: addressFinder(keys) };
  const asksProof = stepUpAbove !== null;
  const moving = { pool, nextId, ledger: books.ledger, currency, time };
  const orders = createOrders({ ...moving, limits, jobs, settings });
  const rules = { defaultRegion, asksProof, staffTotp, fourEyesAbove, staffLimitPerDay };
  const statements = { facts: { currency, isoCurrency }, sign: textSigner(pool, keys.log) };
  const desks = { ...rules, keys, notify, limits, desk, jobs, orders: orders.control, statements };
  const { askDeposit, ...staffServices } = createStaffServices({ ...moving, ...desks });
  const ownerHelps = async (id: m.DiscordUserId) => helpsAsOwner(pool, desk, id);
  const throttle = createThrottle(pool, settings.throttleFactor, report);
  const own = { pool, nextId, limits, keys, notify };
  const more = { standingOrders: orders.exported, ...exportedOf(pool) };
  const forPeople = { own, clock, passwords, settings, more, leaves: leavesShared(moving) };
  const { prove, free, ...people } = createPeopleServices(forPeople);
  const payments = createPayments({ ...moving, ...own, clock, deposits, stepUpAbove, askDeposit });
  const paymentActs = createPaymentActs({ pool, nextId, limits });
  const requests = createRequests({ pool, nextId, limits, currency });
  const receipts = createReceipts({ ...own, ...statements, currency, bankName: settings.name });
  const payees = createPayees(own);
  const forAccounts = { ...moving, limits, ...notify, bankLimits: bankLimits(settings), asksProof };
  const { endOrders } = orders;
  const { shared, ...accounts } = accountServices({ ...forAccounts, dueLink, endOrders });
  const paying = { payments, paymentActs, payees, requests, receipts, orders: orders.service };
  const services = guardedAll({
    ...throttled(throttle, { ...people, ...paying, shared }),
    ...staffServices,
    ...free,
    languages: createLanguages(pool),
    access: createAccess({ pool, limits, prove, helpsAsOwner: ownerHelps }),
    ...accounts,
    statements: createStatements(pool, limits),
    accountStatements: createAccountStatements(pool, limits, statements),
    throttle: throttle.service,
    pending: createPending({ pool, clock, nextId, limits, keys, report, desk, prove }),
    links: createLinks({ pool, nextId, keys }),
    ...createSenders({ pool, limits, report, nextId, keys, desk }),
    upkeep: createUpkeep({ pool, nextId, desk }),
    proofs: createProofs(pool, limits),
    ...publicBooks(pool, keys),
  });
  const kinds = [...jobKinds({ ...moving, jobs }, clock, settings), ...orders.jobKinds];
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
