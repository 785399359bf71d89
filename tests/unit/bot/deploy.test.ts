import { describe, expect, test } from 'vitest';
import { differ } from '../../../src/bot/command/deploy.ts';
import { loadCommands } from '../../../src/bot/command/loader.ts';
import { registrationOf, type CommandBody } from '../../../src/bot/command/registration.ts';

/** As Discord lists a command: with ids, versions and defaults filled in. */
const withDefaults = (option: object): object => ({
  required: false,
  autocomplete: false,
  ...option,
});

function listed(body: CommandBody, at: number) {
  return {
    id: `${at}`,
    application_id: '1',
    version: '2',
    default_member_permissions: null,
    nsfw: false,
    name_localizations: null,
    ...body,
    options: (body.options ?? []).map(withDefaults),
  };
}

describe('registration', () => {
  test('is left alone when Discord lists the same, in any order and with its defaults', async () => {
    const ours = registrationOf(await loadCommands(), 'everywhere');
    expect(differ(ours, ours.map(listed).toReversed())).toBe(false);
  });

  test('is made again when anything a person sees differs', async () => {
    const ours = registrationOf(await loadCommands(), 'everywhere');
    const theirs = ours.map(listed);
    expect(differ(ours, theirs.slice(1))).toBe(true);
    expect(differ(ours, [...theirs, { ...theirs[0]!, name: 'old' }])).toBe(true);
    const [first, ...rest] = theirs;
    expect(differ(ours, [{ ...first!, description: 'Other' }, ...rest])).toBe(true);
    expect(differ(ours, [Object.assign({}, first, { contexts: [0] }), ...rest])).toBe(true);
    const translations = { ...first!.description_localizations, de: 'Anders' };
    expect(
      differ(ours, [
        Object.assign({}, first, { description_localizations: translations }),
        ...rest,
      ]),
    ).toBe(true);
    const at = theirs.findIndex(({ options }) => options.length > 0);
    const changed = theirs.map((one, index) =>
      index === at ? { ...one, options: one.options.slice(1) } : one,
    );
    expect(differ(ours, changed)).toBe(true);
  });
});
