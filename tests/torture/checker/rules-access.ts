/** I13 and I14: access rights, and the audit row of each security action. */
import type { Act } from '../history/model.ts';
import type { Findings } from './finding.ts';
import { grouped, type IndexedBooks } from './index-books.ts';
import type { IndexedHistory, KeyStory } from './index-history.ts';

interface SessionStory {
  readonly discordUserId: string;
  readonly openedBy: Act;
  /** When its end was acknowledged; Infinity while it is live. */
  endedAt: number;
  endedBy: Act | null;
}

const personOf = (act: Act): string | null =>
  'discordUserId' in act.operation ? act.operation.discordUserId : null;

function sessionStories(history: IndexedHistory): Map<string, SessionStory> {
  const stories = new Map<string, SessionStory>();
  const live = new Map<string, Set<string>>();
  const end = (session: string, act: Act) => {
    const story = stories.get(session);
    if (story === undefined || story.endedAt <= act.answeredAt) return;
    story.endedAt = act.answeredAt;
    story.endedBy = act;
  };
  const opened = history.acts
    .filter(({ answer }) => answer.outcome === 'ok')
    .toSorted((one, other) => one.answeredAt - other.answeredAt);
  for (const act of opened) {
    const { operation, answer } = act;
    if (operation.kind === 'logout') end(operation.session, act);
    if (answer.outcome !== 'ok' || answer.session === undefined) continue;
    const { session } = answer.session;
    const discordUserId = personOf(act) ?? '';
    const own = live.get(discordUserId) ?? new Set();
    // A new login ends the sessions that were acknowledged before it began.
    for (const former of own) {
      if ((stories.get(former)?.openedBy.answeredAt ?? Infinity) < act.askedAt) end(former, act);
    }
    stories.set(session, { discordUserId, openedBy: act, endedAt: Infinity, endedBy: null });
    live.set(discordUserId, own.add(session));
  }
  return stories;
}

/** The first request that can have booked it: neither refused nor busy. */
const bookingAsk = (story: KeyStory) =>
  story.own.find(({ answer }) => answer.outcome === 'ok' || answer.outcome === 'unknown') ??
  story.owner;

function nothingAfterTheEnd(
  history: IndexedHistory,
  books: IndexedBooks,
  found: Findings,
  sessions: ReadonlyMap<string, SessionStory>,
): void {
  for (const { id, sessionId } of books.transactions) {
    if (sessionId === null) continue;
    const story = history.keys.get(`${id}`);
    const session = sessions.get(`${sessionId}`);
    if (story === undefined || session === undefined || session.endedBy === null) continue;
    const act = bookingAsk(story);
    if (act.askedAt > session.endedAt) {
      found.add('I14', `Key ${id} was booked in a session that had ended`, session.endedBy, act);
    }
  }
  for (const act of history.acts) {
    const { operation, answer } = act;
    if (operation.kind !== 'read' || answer.outcome !== 'ok') continue;
    const session = sessions.get(operation.session);
    if (session !== undefined && session.endedBy !== null && act.askedAt > session.endedAt) {
      found.add('I14', `A read succeeded in a session that had ended`, session.endedBy, act);
    }
  }
}

/** When the session could certainly move money only with a proof, and by which act. */
function idlesOf(history: IndexedHistory): Map<string, Act> {
  const idles = new Map<string, Act>();
  for (const act of history.acts) {
    const { operation, answer } = act;
    if (operation.kind !== 'idle' || answer.outcome !== 'ok') continue;
    if (!idles.has(operation.session)) idles.set(operation.session, act);
  }
  return idles;
}

function nothingWithoutItsProof(
  history: IndexedHistory,
  books: IndexedBooks,
  found: Findings,
): void {
  const idles = idlesOf(history);
  for (const { id, sessionId } of books.transactions) {
    const [story, idle] = [history.keys.get(`${id}`), idles.get(`${sessionId}`)];
    if (story === undefined || idle === undefined) continue;
    const act = bookingAsk(story);
    if (act.askedAt > idle.answeredAt && act.operation.payment.isProved === undefined) {
      found.add('I14', `Key ${id} was booked without a proof in a session that reads`, idle, act);
    }
  }
}

interface Freeze {
  readonly act: Act;
  readonly from: number;
  readonly until: number;
}

/** From the acknowledged freeze to the first attempt to lift it. */
function freezesOf(history: IndexedHistory): Map<string, Freeze[]> {
  const freezes = new Map<string, Freeze[]>();
  const lifts = history.acts.filter(({ operation }) => operation.kind === 'unfreeze');
  for (const act of history.acts) {
    const { operation, answer, answeredAt } = act;
    if (operation.kind !== 'freeze' || answer.outcome !== 'ok') continue;
    const lift = lifts.find(
      (other) =>
        other.operation.kind === 'unfreeze' &&
        other.operation.account === operation.account &&
        other.askedAt > answeredAt,
    );
    const list = freezes.get(operation.account) ?? [];
    list.push({ act, from: answeredAt, until: lift?.askedAt ?? Infinity });
    freezes.set(operation.account, list);
  }
  return freezes;
}

function nothingWhileFrozen(history: IndexedHistory, books: IndexedBooks, found: Findings): void {
  const freezes = freezesOf(history);
  for (const { id, source } of books.transactions) {
    const story = history.keys.get(`${id}`);
    const number = books.byId.get(source)?.number;
    if (story === undefined || number === undefined || number === null) continue;
    const act = bookingAsk(story);
    const freeze = freezes
      .get(number)
      ?.find(({ from, until }) => act.askedAt > from && story.acknowledgedAt < until);
    if (freeze !== undefined) {
      found.add('I14', `Key ${id} left account ${number} while it was frozen`, freeze.act, act);
    }
  }
}

const auditActions = { register: 'REGISTERED', login: 'LOGGED_IN' } as const;

function openingsAudited(history: IndexedHistory, books: IndexedBooks, found: Findings): void {
  const rows = grouped(books.audit, ({ action, actor }) => `${action} ${actor}`);
  const bySession = grouped(books.audit, ({ action, sessionId }) => `${action} ${sessionId}`);
  const acts = history.acts.filter(
    ({ operation: { kind } }) => kind === 'register' || kind === 'login',
  );
  for (const act of acts) {
    if (act.answer.outcome !== 'ok' || act.answer.session === undefined) continue;
    const action = auditActions[act.operation.kind as keyof typeof auditActions];
    const count = bySession.get(`${action} ${act.answer.session.session}`)?.length ?? 0;
    if (count !== 1) found.add('I13', `${count} audit rows ${action} for one session`, act);
  }
  for (const [name, same] of grouped(acts, (act) => {
    return `${auditActions[act.operation.kind as keyof typeof auditActions]} ${personOf(act)}`;
  })) {
    const certain = same.filter(({ answer }) => answer.outcome === 'ok').length;
    const possible = same.filter(({ answer }) => answer.outcome !== 'declined').length;
    const count = rows.get(name)?.length ?? 0;
    if (count < certain || count > possible) {
      const wanted = certain === possible ? `${certain}` : `${certain} to ${possible}`;
      found.add('I13', `${count} audit rows ${name}, ${wanted} expected`, ...same.slice(0, 3));
    }
  }
}

function endingsAudited(
  history: IndexedHistory,
  books: IndexedBooks,
  found: Findings,
  sessions: ReadonlyMap<string, SessionStory>,
): void {
  const rows = grouped(
    books.audit.filter(({ action }) => action === 'LOGGED_OUT'),
    ({ sessionId }) => `${sessionId}`,
  );
  const logouts = grouped(
    history.acts.flatMap((act) => (act.operation.kind === 'logout' ? [act] : [])),
    (act) => (act.operation.kind === 'logout' ? act.operation.session : ''),
  );
  const logins = grouped(
    history.acts.filter(({ operation, answer }) => {
      return operation.kind === 'login' && answer.outcome !== 'declined';
    }),
    personOf,
  );
  for (const [session, acts] of logouts) {
    const count = rows.get(session)?.length ?? 0;
    const story = sessions.get(session);
    const last = acts.at(-1)!.answeredAt;
    // A login may have ended the session first; then a logout finds nothing to end.
    const replaced = (logins.get(story?.discordUserId ?? null) ?? []).some(
      ({ askedAt }) => story !== undefined && askedAt > story.openedBy.answeredAt && askedAt < last,
    );
    const isCertain = !replaced && acts.some(({ answer }) => answer.outcome === 'ok');
    if (count > 1 || (isCertain && count !== 1)) {
      found.add('I13', `${count} audit rows LOGGED_OUT for session ${session}`, ...acts);
    }
  }
  for (const session of rows.keys()) {
    if (!logouts.has(session)) {
      found.add('I13', `An audit row LOGGED_OUT for session ${session}, which nobody ended`);
    }
  }
}

export function checkAccess(history: IndexedHistory, books: IndexedBooks, found: Findings): void {
  const sessions = sessionStories(history);
  nothingAfterTheEnd(history, books, found, sessions);
  nothingWithoutItsProof(history, books, found);
  nothingWhileFrozen(history, books, found);
  openingsAudited(history, books, found);
  endingsAudited(history, books, found, sessions);
}
