/** The bank's only door: `createBank`, the types it speaks, and readers for what people type. */
import type { Pool } from '../db/pool.ts';
import type { Clock } from '../lib/clock.ts';
import { firstIdAt, idSource, processNumbers } from '../lib/ids.ts';
import { createAccess } from './access.ts';
import { createAccounts } from './accounts.ts';
import type { Bank } from './bank.ts';
import { createBooks } from './books.ts';
import { startChain } from './chain/worker.ts';
import { ensureChart } from './chart.ts';
import type { ReportEvent } from './events.ts';
import { guarded } from './guard.ts';
import { watchBooks } from './halt.ts';
import type { LedgerRules } from './ledger/decide.ts';
import { createLedger } from './ledger/ledger.ts';
import { createApprovalCards } from './staff/approval-cards.ts';
import { createDeskOutbox, createMail, createOutbox } from './outbox.ts';
import type { Session } from './model.ts';
import { isoDate } from './parse/birth-date.ts';
import { createPasswords } from './passwords/hashing.ts';
import { proveSelf, type Purpose } from './proof.ts';
import { fillWords } from './name-words.ts';
import { createPeopleServices } from './people-services.ts';
import { createPayments } from './payments.ts';
import { createPending } from './pending.ts';
import { deriveKeys } from './secrets.ts';
import { settingDefaults, type BankSecrets, type BankSettings } from './settings.ts';
import { createDesk } from './staff/desk.ts';
import { createStaffServices } from './staff/services.ts';
import { createStatements } from './statements.ts';
import { createThrottle } from './throttle/throttle.ts';
import { throttled } from './throttle/throttled.ts';
import { insertProcess } from './store/processes.ts';

export * from './bank.ts';
export { CurrencyMismatch } from './chart.ts';
export * from './errors.ts';
export { isRefused } from '../db/errors.ts';
export type { BankEvent, ReportEvent } from './events.ts';
export * from './model.ts';
export { amountOf, balanceOf, formatAmount, formatNumber, moneyMax } from './money.ts';
export { numberTail, parseAccountNumber } from './parse/account-number.ts';
export { parseCustomerQuery } from './parse/customer-query.ts';
export { parseDiscordUser } from './parse/discord-user.ts';
export { parseAmount } from './parse/amount.ts';
export { ageOn, isoDate, parseDateOfBirth } from './parse/birth-date.ts';
export { parseDay } from './parse/calendar-date.ts';
export { parseEmail, parsePhone } from './parse/contact.ts';
export { memoLengthMax, parseMemo } from './parse/memo.ts';
export { maskedName, parseFullName } from './parse/person-name.ts';
export { parseAppCode } from './parse/app-code.ts';
export { parseProofCode } from './parse/proof-code.ts';
export { parseReference, referenceOf } from './parse/reference.ts';
export { staffRights, mayAsStaff, type StaffRight } from './staff/rights.ts';
export type { BankSecrets, BankSettings } from './settings.ts';

export interface BankDependencies {
  /** Of a migrated schema; stays the caller's to close, after the bank. */
  readonly pool: Pool;
  readonly clock: Clock;
  readonly report: ReportEvent;
  readonly settings: BankSettings;
  readonly secrets: BankSecrets;
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
  const isLogged = () => desk.log;
  const ledger = createLedger({ isLogged, pool, nextId, rules }, { report });
  const settling = { pool, clock, nextId, report, settledId, isLogged };
  const chain = startChain({ ...settling, key: keys.chain, everyMs: settings.chainEveryMs });
  const { canMail, defaultRegion, loginFloorMs } = settings;
  const known = { keys, limits, currency, settings, passwords, canMail, staffTotp };
  const shared = { pool, nextId, clock, defaultRegion, ...known };
  const prove = async (session: Session, proof: string, purpose?: Purpose) =>
    proveSelf(shared, session, proof, purpose);
  const { fourEyesAbove, staffLimitPerDay } = settings;
  const asksProof = stepUpAbove !== null;
  const serving = { ...shared, desk, ledger, fourEyesAbove, asksProof, staffLimitPerDay };
  const { askDeposit, ...staffServices } = createStaffServices(serving);
  const throttle = createThrottle(pool, settings.throttleFactor, report);
  const people = createPeopleServices({ ...shared, loginFloorMs, bankName: settings.name });
  const payments = createPayments({ ...shared, ledger, deposits, askDeposit, stepUpAbove });
  const limited = throttled(throttle, { ...people, payments });
  return {
    currency,
    defaultRegion,
    canMail,
    asksProof,
    ...limited,
    ...staffServices,
    secondFactor: guarded(people.secondFactor),
    privacy: guarded(people.privacy),
    access: guarded(createAccess({ ...shared, desk, prove })),
    accounts: guarded(createAccounts(pool, limits)),
    statements: guarded(createStatements(pool, limits)),
    throttle: guarded(throttle.service),
    pending: guarded(createPending({ ...shared, desk, report, key: keys.conversations, prove })),
    outbox: guarded(createOutbox({ pool, limits, report, nextId })),
    mail: guarded(createMail({ pool, limits, report, keys })),
    approvalCards: guarded(createApprovalCards({ pool, report })),
    staffCards: guarded(createDeskOutbox({ pool, limits, report }, 'STAFF')),
    staffLog: guarded(createDeskOutbox({ pool, limits, report }, 'LOG')),
    books: guarded(createBooks(pool)),
    close: async () => {
      await throttle.close();
      await ledger.close();
      await watch.close();
      await chain.close();
      await passwords.close();
    },
  };
}
