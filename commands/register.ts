/** A visitor opens an account. Two forms, because one holds at most five parts. */
import {
  ageOn,
  consentField,
  dateOfBirthField,
  defineCommand,
  detailsReply,
  differing,
  emailField,
  fullNameField,
  genderField,
  isoDate,
  passwordField,
  phoneField,
  welcomeReply,
} from '../src/bot/index.ts';
import { words } from '../src/words/index.ts';

const wording = words.commands.register;

const age = (born: string, now: number): number => ageOn({ born, today: isoDate(now) });

const details = {
  words: wording,
  fields: {
    full_name: fullNameField(),
    email: emailField(),
    phone: phoneField(),
    date_of_birth: dateOfBirthField(),
    gender: genderField(),
  },
};

const detailsOf = (input: {
  readonly full_name: string;
  readonly email: string;
  readonly phone: string;
  readonly date_of_birth: string;
  readonly gender: 'female' | 'male' | 'other' | 'undisclosed';
}) => ({
  fullName: input.full_name,
  email: input.email,
  phone: input.phone,
  dateOfBirth: input.date_of_birth,
  gender: input.gender,
});

export default defineCommand({
  name: 'register',
  words: wording,
  access: 'anyone',
  form: details,
  second: {
    form: {
      words: wording.second,
      fields: {
        password: passwordField('firstPassword'),
        password_again: passwordField('firstPasswordAgain'),
        terms: consentField('terms'),
      },
      check: differing,
    },
    run: async ({ bank, bankName, person, place, now }, input) => {
      const given = detailsOf(input);
      const registration = { discordUserId: person, place, details: given };
      const registered = await bank.customers.register({
        ...registration,
        password: input.password,
      });
      const { fullName, dateOfBirth } = given;
      const years = age(dateOfBirth, now);
      const { currency } = bank;
      return welcomeReply(registered, { bankName, fullName, age: years, currency });
    },
  },
  run: async ({ bank, person, now }, input) => {
    const given = detailsOf(input);
    await bank.customers.checkRegistration(person, given);
    return detailsReply(given, age(given.dateOfBirth, now));
  },
});
