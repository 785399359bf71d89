/** The cards of recovery, profile and session. */
import {
  ageOn,
  isoDate,
  type Profile,
  type ProfileUpdated,
  type Session,
  type SessionView,
} from '../../bank/index.ts';
import { type Language, words } from '../../words/index.ts';
import {
  code,
  joined,
  mailAddress,
  type Markup,
  md,
  time,
  written,
} from '../../words/text/markup.ts';
import {
  actionButton,
  ask,
  done,
  facts,
  formButton,
  type Part,
  type Reply,
  rule,
  show,
  small,
  text,
  withButtons,
} from '../cards/reply.ts';
import { endButtons } from '../next/buttons.ts';
import { sessionLine } from './people.ts';
import { placeText } from './security.ts';

const { profile: say, people: sayPeople, buttons, labels } = words.replies;

/** The same whether or not an account was found. */
export function codeAskedReply(canMail: boolean): Reply {
  const { title, sentence } = canMail ? say.recovery.byMail : say.recovery.byCode;
  return ask(title, text(sentence), small(say.recovery.note));
}

const { done: recovered } = say.recovery;
export const recoveredReply = (): Reply =>
  withButtons(
    done(recovered.title, text(recovered.sentence), small(recovered.note)),
    formButton('login', buttons.logIn, 'primary'),
  );

export const recoveryCodesReply = (codes: readonly string[]): Reply =>
  done(
    say.recoveryCodes.title,
    text(say.recoveryCodes.oldOnes),
    rule,
    text(joined([say.recoveryCodes.lead, ...codes.map(code)])),
  );

const waitingPart = ({ address, until }: { address: string; until: Date }): Part =>
  text(say.emailWaits(mailAddress(address), time(until, 'clock')));

export function profileReply(profile: Profile, now: number): Reply {
  const { details, accountNumber, emailToConfirm, recoveryCodesLeft } = profile;
  const age = ageOn({ born: details.dateOfBirth, today: isoDate(now) });
  const reply = show(
    say.view.title,
    facts([
      [labels.name, details.fullName],
      [labels.email, mailAddress(details.email)],
      [labels.phone, code(details.phone)],
      [labels.born, sayPeople.born(details.dateOfBirth, age)],
      [labels.account, code(accountNumber)],
      [labels.customerSince, time(profile.registeredAt, 'date')],
      [say.view.passwordChanged, time(profile.passwordChangedAt, 'date')],
      [say.view.recoveryCodesLeft, `${recoveryCodesLeft}`],
    ]),
    ...(emailToConfirm === null ? [] : [rule, waitingPart(emailToConfirm)]),
  );
  return withButtons(
    reply,
    ...(emailToConfirm === null
      ? []
      : [formButton('profile update', buttons.enterCode, 'primary', 'second')]),
    formButton('profile update', buttons.change),
  );
}

export function profileUpdatedReply({ changed, emailToConfirm }: ProfileUpdated): Reply {
  const { title, enterCode, saved: label, fields, unchanged } = say.updated;
  const saved = changed.length === 0 ? [] : [facts([[label, fields(changed)]])];
  if (emailToConfirm !== null) return ask(enterCode, ...saved, waitingPart(emailToConfirm));
  return changed.length === 0
    ? show(unchanged.title, text(unchanged.sentence))
    : done(title, ...saved);
}

export const emailConfirmedReply = (address: string): Reply =>
  withButtons(
    done(say.emailChanged.title, text(say.emailChanged.sentence(mailAddress(address)))),
    ...endButtons('emailChanged'),
  );

export const passwordChangedReply = (session: Session): Reply =>
  withButtons(
    done(say.passwordChanged.title, text(say.passwordChanged.sentence), sessionLine(session)),
    ...endButtons('passwordChanged'),
  );

function loginLine({ place, createdAt, end }: SessionView): Markup {
  const state = written(end === null ? say.session.now : say.session.endedBy(end));
  return md`${time(createdAt)} · ${placeText(place)} · ${state}`;
}

export function sessionReply(session: Session, recent: readonly SessionView[]): Reply {
  const reply = show(
    say.session.title,
    facts([
      [say.session.since, time(session.createdAt)],
      [labels.place, placeText(session.place)],
      [
        say.session.pays,
        session.canMove
          ? say.session.paysUntil(time(session.moneyUntil, 'clock'))
          : written(say.session.paysAfterProof),
      ],
      [say.session.reads, time(session.expiresAt)],
    ]),
    rule,
    text(joined([written(say.session.recent), ...recent.map(loginLine)])),
    small(say.session.note),
  );
  return withButtons(reply, actionButton('end', buttons.endSession, { style: 'danger' }));
}

/** The answer to a choice of language, in that language. Null: as Discord. */
export const languageChosenReply = (choice: Language | null): Reply =>
  done(
    words.replies.language.title,
    text(choice === null ? words.replies.language.asDiscord : words.replies.language.chosen),
    ...(choice === null ? [] : [small(words.replies.language.commands)]),
  );
