/** Throttles the services that can be used to guess or to flood. */
import type * as m from './model/index.ts';
import { BankError } from './model/index.ts';
import type {
  OrdersService,
  PayeesService,
  PaymentActsService,
  PaymentsService,
  RequestsService,
} from './payments/index.ts';
import type {
  CustomersService,
  LocksService,
  ProfileService,
  RecoveryService,
  SessionsService,
} from './people/index.ts';
import type { ReceiptsService, VerifiedReceipt } from './records/index.ts';
import type { SharedService } from './shared/index.ts';
import { missPoints, type Throttle } from './throttle/index.ts';

const throttledSessions = (base: SessionsService, throttle: Throttle): SessionsService => ({
  ...base,
  login: async (login) => {
    await throttle.admit('login', login);
    return base.login(login);
  },
  loginByPasskey: async (login) => {
    await throttle.admit('login', login);
    return base.loginByPasskey(login);
  },
});

const throttledLocks = (base: LocksService, throttle: Throttle): LocksService => ({
  ...base,
  unlock: async (proof) => {
    await throttle.admit('login', proof);
    return base.unlock(proof);
  },
});

const throttledRecovery = (base: RecoveryService, throttle: Throttle): RecoveryService => ({
  ...base,
  request: async (request) => {
    await throttle.admit('recovery', request);
    return base.request(request);
  },
  complete: async (proof) => {
    await throttle.admit('recovery', proof);
    return base.complete(proof);
  },
});

/** Both calls show whether a customer has an e-mail or a phone. */
const throttledCustomers = (base: CustomersService, throttle: Throttle): CustomersService => ({
  ...base,
  checkRegistration: async (discordUserId, details) => {
    await throttle.admit('registration', { discordUserId });
    return base.checkRegistration(discordUserId, details);
  },
  register: async (registration) => {
    await throttle.admit('registration', registration);
    return base.register(registration);
  },
});

const accountOf = ({ discordUserId, customerId, place }: m.Session) => ({
  discordUserId,
  customerId,
  place,
});

const throttledProfile = (base: ProfileService, throttle: Throttle): ProfileService => ({
  ...base,
  update: async (session, changes) => {
    await throttle.admit('registration', accountOf(session));
    return base.update(session, changes);
  },
});

const isMiss = (error: unknown): boolean =>
  error instanceof BankError &&
  ['TARGET_UNAVAILABLE', 'MEMBER_UNAVAILABLE', 'SHARED_INVITEE_UNKNOWN'].includes(error.code);

/**
 * In parallel with the work, so that it is never delayed. Takes the points of a miss first; those
 * of a found payee are given back.
 */
async function countingMisses<Value>(
  throttle: Throttle,
  session: m.Session,
  look: () => Promise<Value>,
): Promise<Value> {
  const asking = accountOf(session);
  const [admission, found] = await Promise.allSettled([
    throttle.admit('transfer', asking, missPoints),
    look(),
  ]);
  if (admission.status === 'rejected') throw admission.reason;
  const missed = found.status === 'rejected' && isMiss(found.reason);
  if (!missed) throttle.giveBack('transfer', asking, missPoints - 1);
  if (found.status === 'rejected') throw found.reason;
  return found.value;
}

/** A payment goes on without the check of its name. */
async function mayCheckName(throttle: Throttle, session: m.Session): Promise<boolean> {
  try {
    await throttle.admit('nameCheck', accountOf(session));
    return true;
  } catch (error) {
    if (error instanceof BankError && error.code === 'REQUESTS_TOO_MANY') return false;
    throw error;
  }
}

/** Only quotes count, not bookings. */
const throttledPayments = (base: PaymentsService, throttle: Throttle): PaymentsService => ({
  ...base,
  quoteTransfer: async (session, order) =>
    countingMisses(throttle, session, async () => {
      const isOverNameLimit =
        (order.name ?? null) !== null && !(await mayCheckName(throttle, session));
      return base.quoteTransfer(session, { ...order, isOverNameLimit });
    }),
});

/** Both show whether an account exists. */
const throttledPayees = (base: PayeesService, throttle: Throttle): PayeesService => ({
  ...base,
  find: async (session, target) =>
    countingMisses(throttle, session, async () => base.find(session, target)),
  add: async (session, payee) =>
    countingMisses(throttle, session, async () => base.add(session, payee)),
});

const throttledOrders = (base: OrdersService, throttle: Throttle): OrdersService => ({
  ...base,
  quote: async (session, terms) =>
    countingMisses(throttle, session, async () => base.quote(session, terms)),
});

/** Each of these sends a message to another person, or to a channel. */
const throttledActs = (base: PaymentActsService, throttle: Throttle): PaymentActsService => ({
  ...base,
  thank: async (session, id) => {
    await throttle.admit('message', accountOf(session));
    return base.thank(session, id);
  },
  share: async (session, id) => {
    await throttle.admit('message', accountOf(session));
    return base.share(session, id);
  },
});

/** A card sends messages to others once it is confirmed, and shows whether an account exists. */
const throttledRequests = (base: RequestsService, throttle: Throttle): RequestsService => ({
  ...base,
  quote: async (session, wanted) => {
    const asking = accountOf(session);
    await throttle.admit('transfer', asking, missPoints);
    await throttle.admit('message', asking);
    const quote = await base.quote(session, wanted).catch((error: unknown) => {
      if (!isMiss(error)) throttle.giveBack('transfer', asking, missPoints - 1);
      throw error;
    });
    throttle.giveBack('transfer', asking, missPoints - 1);
    return quote;
  },
});

/** An invitation sends a message to another person, and shows whether they have an account. */
const throttledShared = (base: SharedService, throttle: Throttle): SharedService => ({
  ...base,
  judgeInvitation: async (session, order) =>
    countingMisses(throttle, session, async () => {
      await throttle.admit('message', accountOf(session));
      return base.judgeInvitation(session, order);
    }),
});

/** Counted before the look-up: guessing stays hopeless, and floods do not reach the books. */
const throttledReceipts = (base: ReceiptsService, throttle: Throttle): ThrottledReceipts => ({
  ...base,
  verify: async (typed, asking) => {
    const { discordUserId, place, session } = asking;
    await throttle.admit('verification', { discordUserId, place });
    return base.verify(typed, { customerId: session?.customerId ?? null });
  },
});

export interface ThrottledReceipts extends Omit<ReceiptsService, 'verify'> {
  /** As `ReceiptsService`; throws REQUESTS_TOO_MANY. */
  verify(
    typed: string,
    asking: {
      readonly discordUserId: m.DiscordUserId;
      readonly place: m.Place;
      readonly session: m.Session | null;
    },
  ): Promise<VerifiedReceipt>;
}

export interface Throttled {
  readonly customers: CustomersService;
  readonly sessions: SessionsService;
  readonly locks: LocksService;
  readonly recovery: RecoveryService;
  readonly profile: ProfileService;
  readonly payments: PaymentsService;
  readonly paymentActs: PaymentActsService;
  readonly payees: PayeesService;
  readonly orders: OrdersService;
  readonly requests: RequestsService;
  readonly shared: SharedService;
}

export const throttled = (
  throttle: Throttle,
  base: Throttled & { readonly receipts: ReceiptsService },
): Throttled & { readonly receipts: ThrottledReceipts } => ({
  receipts: throttledReceipts(base.receipts, throttle),
  customers: throttledCustomers(base.customers, throttle),
  sessions: throttledSessions(base.sessions, throttle),
  locks: throttledLocks(base.locks, throttle),
  recovery: throttledRecovery(base.recovery, throttle),
  profile: throttledProfile(base.profile, throttle),
  payments: throttledPayments(base.payments, throttle),
  paymentActs: throttledActs(base.paymentActs, throttle),
  payees: throttledPayees(base.payees, throttle),
  orders: throttledOrders(base.orders, throttle),
  requests: throttledRequests(base.requests, throttle),
  shared: throttledShared(base.shared, throttle),
});
