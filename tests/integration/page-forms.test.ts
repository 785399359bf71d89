/** With SECRETS=page no form in Discord asks for a password or a code: every form of every command. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { DiscordUserId } from '../../src/bank/index.ts';
import { loadCommands } from '../../src/bot/command/loader.ts';
import type { Registry } from '../../src/bot/command/registry.ts';
import type { Exchange } from '../../src/bot/cards/exchange.ts';
import type { Rendered } from '../../src/bot/cards/render.ts';
import { type Form, type FormPage, formFor, hasSecrets } from '../../src/bot/forms/form.ts';
import { pageFields } from '../../src/bot/page/form.ts';
import { proofForm } from '../../src/bot/stages/prove.ts';
import { showForm } from '../../src/bot/stages/show-form.ts';
import type { PageSettings, Tools, Visit } from '../../src/bot/stages/visit.ts';
import { linkOn } from '../support/page-client.ts';
import { sourcesBelow } from '../support/source.ts';
import { withBank } from '../support/with-bank.ts';

const { bank } = withBank();
let registry: Registry;
beforeAll(async () => {
  registry = await loadCommands();
});

interface Place {
  readonly path: string;
  readonly step: string;
  readonly form: Form;
  readonly page: FormPage;
}

/** Each form of each command, with and without an app, and the form of a proof. */
function allForms(): Place[] {
  const pages = (form: Form): FormPage[] => (form.more === undefined ? [0] : [0, 1]);
  const of = (path: string, step: string, form: Form | null | undefined): Place[] =>
    form === null || form === undefined
      ? []
      : [false, true].flatMap((hasApp) =>
          pages(form).map((page) => ({ path, step, page, form: formFor(form, hasApp) })),
        );
  const commands = [...registry].flatMap(([path, { form, second }]) => [
    ...of(path, 'form', form),
    ...of(path, 'form2', second?.form),
  ]);
  return [...commands, ...of('transfer', 'proof', proofForm)];
}

/** Opens the form as the router does; what Discord would get. */
async function opened(place: Place, secrets: PageSettings['secrets'] | null, step = place.step) {
  let isModal = false;
  let card: Rendered | null = null;
  const exchange = {
    person: '300000000000000002' as DiscordUserId,
    place: { guildId: null, channelId: '1' },
    locale: null,
    asked: { token: 'token' },
    hasCard: false,
    acknowledge: async () => true,
    openForm: async () => (isModal = true),
    answer: async (rendered: Rendered) => {
      card = rendered;
      return true;
    },
  } as Partial<Exchange> as Exchange;
  const page = secrets === null ? null : { url: 'http://localhost:1', secrets };
  const tools = { bank, page } as Partial<Tools> as Tools;
  const { path, form, page: number } = place;
  const visit = { exchange, path, step } as Partial<Visit> as Visit;
  const id = { path, step: place.step, row: null, detail: '' };
  await showForm(tools, visit, { form, id, values: {}, page: number, identity: null });
  return { isModal, link: linkOn(card) };
}

describe('with SECRETS=page', () => {
  test('no form with a secret field is opened in Discord, and every other one is', async () => {
    const places = allForms();
    const secret = places.filter(({ form, page }) => hasSecrets(form, page));
    const asking = [...new Set(secret.map(({ path }) => path))].toSorted();
    expect(asking).toEqual([
      'forgot-password',
      'login',
      'privacy export',
      'profile password',
      'profile recovery-codes',
      'profile update',
      'register',
      'security',
      'transfer',
      'unlock',
    ]);
    for (const place of places) {
      const isSecret = secret.includes(place);
      const { isModal, link } = await opened(place, 'page');
      expect([place.path, place.step, isModal, link !== '']).toEqual([
        place.path,
        place.step,
        !isSecret,
        isSecret,
      ]);
    }
  });

  test('the page can show every such form, with each secret empty and masked or a code', () => {
    for (const { form, page } of allForms().filter((one) => hasSecrets(one.form, one.page))) {
      const values = Object.fromEntries(Object.keys(form.fields).map((name) => [name, 'canary']));
      const secrets = pageFields(form, values, page).filter(({ isSecret }) => isSecret);
      expect(secrets.length).toBeGreaterThan(0);
      expect(JSON.stringify(secrets)).not.toContain('canary');
    }
  });

  test('a button that asks for a form in Discord gets the page', async () => {
    const [place] = allForms().filter(({ path }) => path === 'login');
    expect(await opened(place!, 'page', 'edit-here')).toMatchObject({ isModal: false });
  });

  test('one function alone opens forms in Discord', () => {
    const opening = sourcesBelow('src', 'commands')
      .filter(({ path, text }) => /\.openForm\(/.test(text) && !path.includes('cards/exchange'))
      .map(({ path }) => path);
    expect(opening).toEqual(['src/bot/stages/show-form.ts']);
  });
});

test('with SECRETS=both a button leads to the page, and the command to the form', async () => {
  const [place] = allForms().filter(({ path }) => path === 'login');
  expect(await opened(place!, 'both')).toMatchObject({ isModal: true, link: '' });
  expect(await opened(place!, 'both', 'edit-page')).toMatchObject({ isModal: false });
  expect(await opened(place!, null, 'edit-page')).toMatchObject({ isModal: true });
});
