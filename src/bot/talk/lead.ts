/** What a sentence leads to: another command with values, or a card of its own. */
import type { KnownParty } from '../../bank/index.ts';
import { courtesyIn, type Meaning, type Person } from '../../talk/index.ts';
import { switchLanguage } from '../../words/index.ts';
import type { Reply } from '../cards/reply.ts';
import type { RawValues } from '../forms/field.ts';
import { courtesyReply } from './courtesy.ts';
import { alreadyReply, notUnderstoodReply } from './replies.ts';
import { accountNumberIn, mentionedIn, personOf, savedPeople, valuesOf } from './people.ts';
import { readIn } from './reading.ts';
import { scheduleLead } from './schedule.ts';
import { requestLead } from './ask.ts';
import { sendLead, surnameLead } from './send.ts';
import { historyLead } from './sums.ts';
import { unclearLead } from './unclear.ts';
import { type Asking, type Lead, readingOf, type SignedIn } from './types.ts';

const command = (path: string, values: RawValues = {}): Lead => ({
  kind: 'command',
  path,
  values,
});
const card = (reply: Reply, path = 'help', values: RawValues = {}): Lead => ({
  kind: 'reply',
  reply,
  path,
  values,
});

/** Who may be named is known only after a login. */
const isOpenToAll = ({ intent }: Meaning): boolean =>
  ['help', 'register', 'login', 'lock', 'none'].includes(intent);

function plainLead(asking: Asking, meaning: Meaning): Lead | null {
  const { identity, session } = asking;
  switch (meaning.intent) {
    case 'balance':
    case 'accounts':
      return command('balance');
    case 'logout':
    case 'lock':
      return command(meaning.intent);
    case 'help':
      return { kind: 'help', topic: meaning.topic ?? null };
    case 'login':
      return session === null ? command('login') : card(alreadyReply('loggedIn'));
    case 'register':
      if (session !== null) return card(alreadyReply('loggedIn'));
      if ((identity?.customerId ?? null) === null) return command('register');
      return card(alreadyReply('registered'));
    case 'deposit':
    case 'withdraw':
      return command(meaning.intent, amountIn(meaning));
    case 'payees':
      return command('payee list');
    case 'orders':
      return command('schedule list');
    case 'requests':
      return command('request list');
    case 'inbox':
    case 'notices':
      return command(meaning.intent);
    case 'savePayee':
      return command('payee add', savedIn(meaning));
    case 'none':
      return courtesyLead(asking) ?? card(notUnderstoodReply());
    default:
      return null;
  }
}

/** The form stays open where the name does not mean exactly one person. */
function savedIn({
  to,
  nickname,
  candidates,
}: Extract<Meaning, { intent: 'savePayee' }>): RawValues {
  const member = mentionedIn(to);
  const [only, ...others] = candidates;
  const found = only === undefined || others.length > 0 ? {} : valuesOf(only);
  const account = accountNumberIn(to) ?? found['to'];
  const members = member === null ? found['member'] : [member];
  return {
    nickname,
    ...(account === undefined ? {} : { account }),
    ...(members === undefined ? {} : { member: members }),
  };
}

/** A greeting, thanks or goodbye, in the person's language or another one. */
function courtesyLead({ text, language, identity, session }: Asking): Lead | null {
  const found = courtesyIn(text, language);
  if (found === null) return null;
  if (language === null) switchLanguage(found.language);
  const isKnown = (identity?.customerId ?? null) !== null;
  const who = session !== null ? 'loggedIn' : isKnown ? 'loggedOut' : 'visitor';
  return card(courtesyReply(found.courtesy, who));
}

const amountIn = ({ amount }: { readonly amount?: string }): RawValues =>
  amount === undefined ? {} : { amount };

async function paidLead(
  asking: SignedIn,
  meaning: Meaning,
  {
    parties,
    people,
  }: { readonly parties: readonly KnownParty[]; readonly people: readonly Person[] },
): Promise<Lead> {
  switch (meaning.intent) {
    case 'history':
      return historyLead(asking, meaning, parties);
    case 'send':
      return sendLead(asking, meaning, people);
    case 'unclear':
      return unclearLead(asking, meaning, people);
    case 'request':
      return requestLead(asking, meaning, people);
    case 'schedule':
      return scheduleLead(asking, meaning, people);
    default:
      return card(notUnderstoodReply());
  }
}

/** Answers in the language of the sentence where the person's own one is not known. */
export async function leadOf(asking: Asking): Promise<Lead> {
  const { bank, session, text, language } = asking;
  const parties = session === null ? [] : await bank.statements.parties(session);
  const saved = session === null ? [] : await savedPeople(bank, session);
  const people = [...saved, ...parties.filter(({ isClosed }) => !isClosed).map(personOf)];
  const reading = readIn(text, language, readingOf(asking, people));
  const { meaning } = reading;
  if (language === null) switchLanguage(reading.language);
  const isOpen = meaning.intent === 'unclear' && meaning.about === 'payee';
  const plain = (isOpen ? surnameLead(asking, people) : null) ?? plainLead(asking, meaning);
  if (session === null) {
    return isOpenToAll(meaning) && plain !== null ? plain : { kind: 'login' };
  }
  return plain ?? paidLead({ ...asking, session }, meaning, { parties, people });
}
