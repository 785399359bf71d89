/** The bank's only door: `createBank`, the types it speaks, and readers for what people type. */
import type { Pool } from '../db/pool.ts';
import type { Clock } from '../lib/clock.ts';
import { firstIdAt, idSource, processNumbers } from '../lib/ids.ts';
import { createAccess } from './people/access.ts';
import { createAccounts } from './accounts/overview.ts';
import type { Bank } from './bank.ts';
import { createBooks } from './ledger/books.ts';
import { startChain } from './audit/chain/worker.ts';
import { ensureChart } from './ledger/chart.ts';
import type { ReportEvent } from './model/events.ts';
import { guarded } from './guard.ts';
import { watchBooks } from './audit/halt.ts';
import type { LedgerRules } from './ledger/decide.ts';
import { createLedger } from './ledger/ledger.ts';
import { createApprovalCards } from './staff/approval-cards.ts';
import { createDeskOutbox, createMail, createOutbox } from './messages/outbox.ts';
import type { Session } from './model/types.ts';
import { isoDate } from './model/parse/birth-date.ts';
import { createPasswords } from './people/proofs/password-hashing.ts';
import { proveSelf, type Purpose } from './people/proofs/proof.ts';
import { fillWords } from './people/details/name-words.ts';
import { createPeopleServices } from './people/services.ts';
import { createPayments } from './payments/payments.ts';
import { createPending } from './conversations/pending.ts';
import { deriveKeys } from './keys/keys.ts';
import { settingDefaults, type BankSecrets, type BankSettings } from './model/settings.ts';
import { createDesk } from './staff/desk.ts';
import { createStaffServices } from './staff/services.ts';
import { createStatements } from './records/history.ts';
import { createThrottle } from './throttle/throttle.ts';
import { throttled } from './throttled.ts';
import { insertProcess } from '../db/processes.ts';

export * from './bank.ts';
export { CurrencyMismatch } from './ledger/chart.ts';
export * from './model/errors.ts';
export { isRefused } from '../db/errors.ts';
export type { BankEvent, ReportEvent } from './model/events.ts';
export * from './model/types.ts';
export { amountOf, balanceOf, formatAmount, formatNumber, moneyMax } from './model/money.ts';
export { numberTail, parseAccountNumber } from './model/parse/account-number.ts';
export { parseCustomerQuery } from './model/parse/customer-query.ts';
export { parseDiscordUser } from './model/parse/discord-user.ts';
export { parseAmount } from './model/parse/amount.ts';
export { ageOn, isoDate, parseDateOfBirth } from './model/parse/birth-date.ts';
export { parseDay } from './model/parse/calendar-date.ts';
export { parseEmail, parsePhone } from './model/parse/contact.ts';
export { memoLengthMax, parseMemo } from './model/parse/memo.ts';
export { maskedName, parseFullName } from './model/parse/person-name.ts';
export { parseAppCode } from './model/parse/app-code.ts';
export { parseProofCode } from './model/parse/proof-code.ts';
export { parseReference, referenceOf } from './model/parse/reference.ts';
export { staffRights, mayAsStaff, type StaffRight } from './staff/rights.ts';
export type { BankSecrets, BankSettings } from './model/settings.ts';

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
