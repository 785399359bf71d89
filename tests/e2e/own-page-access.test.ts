/** Every route of the page × every kind of caller, with a payment that waits for its proof. */
import { beforeAll, expect, test } from 'vitest';
import type { Answer, Player } from '../../src/sandbox/driver.ts';
import { pageRoutes } from '../../src/page/web/routes.ts';
import { linkOn, PageClient } from '../support/page-client.ts';
import { balanceOf, deposit, detailsFor, openChat, password } from './chat.ts';
import { cardOf, openFrom, register } from './own-page.ts';

const chat = openChat({ secrets: 'page', settings: { stepUpAbove: 10_000n } });
let anna: Player;
let card: Answer;
/** Has opened Anna's link, and a link of its own person. */
let owner: PageClient;
let other: PageClient;

const nothing = { bankName: '', origin: '', desk: () => null, links: () => null };
const logger = { event: () => {}, close: () => {} };
const routes = pageRoutes({ ...nothing, logger }).routes.filter(({ method }) => method !== 'ALL');
const named = [...new Set(routes.map(({ method, path }) => `${method} ${path}`))];

const callers = [
  'nobody',
  'other browser',
  'owner',
  'owner from elsewhere',
  'owner without origin',
];

const anyone = callers.map(() => 200);
/** The status for each caller, in the order of `callers`. */
const rules: Readonly<Record<string, readonly number[]>> = {
  'GET /healthz': anyone,
  'GET /': anyone,
  'GET /page.css': anyone,
  'GET /icon.svg': anyone,
  'GET /page.js': anyone,
  'POST /open': [403, 403, 200, 403, 403],
  'GET /at/:id': [404, 403, 200, 200, 200],
  'POST /at/:id': [404, 403, 422, 403, 403],
};

beforeAll(async () => {
  const [first, ben] = await Promise.all([chat.driver.person('Anna'), chat.driver.person('Ben')]);
  anna = first;
  [owner, other] = [new PageClient(chat.pageUrl), new PageClient(chat.pageUrl)];
  await register(anna, owner, detailsFor('Anna Miller'));
  await register(ben, other, detailsFor('Ben Okafor'));
  await deposit(anna, '500');
  await ben.run('/logout');
  await openFrom(await ben.run('/login'), other);
  await anna.run('/withdraw', { amount: '101' });
  card = await anna.press('Confirm');
  await openFrom(card, owner);
});

/** A right form, by this caller; the owner's last one has a wrong password. */
async function ask(method: string, path: string, caller: string): Promise<number> {
  const target = path.replace('/:id', owner.action.slice('/at'.length));
  const cookie =
    caller === 'nobody' ? null : caller === 'other browser' ? other.cookie : owner.cookie;
  const isOwner = caller === 'owner';
  const form: Record<string, string> =
    path === '/open' ? { link: linkOn(cardOf(card)) } : { proof: isOwner ? 'wrong' : password };
  const origin =
    caller === 'owner without origin'
      ? null
      : caller === 'owner from elsewhere'
        ? 'https://evil.example'
        : chat.pageUrl;
  const response = await fetch(new URL(target, chat.pageUrl), {
    method,
    ...(method === 'GET' || method === 'HEAD' ? {} : { body: new URLSearchParams(form) }),
    headers: { ...(cookie === null ? {} : { cookie }), ...(origin === null ? {} : { origin }) },
  });
  return response.status;
}

test('each route has a rule', () => {
  expect(named.toSorted()).toEqual(Object.keys(rules).toSorted());
});

test('each caller gets the answer of the rule, and nothing moves', async () => {
  const wrong: string[] = [];
  for (const [route, statuses] of Object.entries(rules)) {
    const [method = '', path = ''] = route.split(' ');
    for (const [index, caller] of callers.entries()) {
      const status = await ask(method, path, caller);
      if (status !== statuses[index]) wrong.push(`${route}, ${caller}: ${status}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(await balanceOf(anna)).toBe('500.00 GEM');
});

test('no route takes another method', async () => {
  const paths = [...new Set(routes.map(({ path }) => path))];
  const wrong: string[] = [];
  for (const path of paths) {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      if (`${method} ${path}` in rules) continue;
      const status = await ask(method, path, 'owner');
      if (status !== 404) wrong.push(`${method} ${path}: ${status}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(await balanceOf(anna)).toBe('500.00 GEM');
});
