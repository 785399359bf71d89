/** The cards of registration, login and logout. */
import type { Currency, PersonalDetails, Registered, Session } from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { formatAmount } from '../../words/text/amount.ts';
import { code, joined, mailAddress, time } from '../../words/text/markup.ts';
import {
  ask,
  done,
  facts,
  type Part,
  type Reply,
  rule,
  show,
  small,
  stepButton,
  text,
  withButtons,
} from '../cards/reply.ts';
import { endButtons } from '../next/buttons.ts';

const { people: say, buttons, labels } = words.replies;

export function detailsReply(details: PersonalDetails, age: number): Reply {
  const reply = ask(
    say.register.title,
    facts([
      [labels.name, details.fullName],
      [labels.email, mailAddress(details.email)],
      [labels.phone, code(details.phone)],
      [labels.born, say.born(details.dateOfBirth, age)],
    ]),
    text(say.register.next),
  );
  return withButtons(reply, stepButton('edit', buttons.edit));
}

/** When the session can no longer pay, and when it can no longer read. */
export const sessionLine = ({ moneyUntil, expiresAt }: Session): Part =>
  small(say.sessionEnds(time(moneyUntil, 'clock'), time(expiresAt)));

export function welcomeReply(
  { account, session, recoveryCodes, movedIn }: Registered,
  person: {
    readonly bankName: string;
    readonly fullName: string;
    readonly age: number;
    readonly currency: Currency;
  },
): Reply {
  const reply = done(
    say.welcome.title,
    text(say.welcome.greeting(person.bankName, person)),
    facts([[labels.accountNumber, code(account.accountNumber)]]),
    ...(movedIn === null
      ? []
      : [text(say.welcome.movedIn(formatAmount(movedIn, person.currency)))]),
    rule,
    // One code per line: on a narrow screen, two would wrap in the middle of a code.
    text(joined([say.welcome.recoveryCodesLead, ...recoveryCodes.map(code)])),
    rule,
    text(say.welcome.next),
    sessionLine(session),
  );
  return withButtons(reply, ...endButtons('registered'));
}

export const loginReply = (session: Session): Reply =>
  withButtons(
    done(say.login.title, text(say.login.next), sessionLine(session)),
    ...endButtons('loggedIn'),
  );

export const logoutReply = (): Reply =>
  withButtons(done(say.logout.title, text(say.logout.next)), ...endButtons('loggedOut'));

/** For refusals that only staff can resolve. */
export const reachStaffReply = (bankName: string): Reply =>
  show(words.replies.next.reachStaff.title, text(words.replies.next.reachStaff.sentence(bankName)));
