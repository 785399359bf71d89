/** A visitor opens an account: two forms, since one holds at most five parts. */
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

const age = (born: string, now: number): number => ageOn({ born, today: isoDate(now) });

const details = {
  title: 'Your details',
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
  description: 'Open an account at this bank',
  access: 'anyone',
  form: details,
  second: {
    button: 'Choose password',
    form: {
      title: 'Your password',
      fields: {
        password: passwordField('Password', 'At least 10 characters; a few words are good'),
        password_again: passwordField('Password again'),
        terms: consentField(
          'I accept the terms',
          'The bank keeps these details to serve you; its currency is no legal tender',
          'An account needs your consent: tick the box.',
        ),
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
      return welcomeReply(registered, { bankName, fullName, age: age(dateOfBirth, now) });
    },
  },
  run: async ({ bank, person, now }, input) => {
    const given = detailsOf(input);
    await bank.customers.checkRegistration(person, given);
    return detailsReply(given, age(given.dateOfBirth, now));
  },
});
