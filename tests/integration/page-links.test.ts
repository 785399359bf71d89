/** One-time links to the bank's page, and the page's refusals, without Discord. */
import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DiscordUserId, IssuedLink } from '../../src/bank/index.ts';
import type { Logger } from '../../src/log/logger.ts';
import { type Desk, type PageServer, servePage } from '../../src/page/index.ts';
import { PageClient } from '../support/page-client.ts';
import { withBank } from '../support/with-bank.ts';

const { bank, database } = withBank();
const person = '300000000000000001' as DiscordUserId;

const issue = async (): Promise<IssuedLink> =>
  bank.links.issue({ discordUserId: person, content: '{"kept":"sealed"}' });

describe('a link', () => {
  test('belongs to the first browser that opens it', async () => {
    const { token, matchCode } = await issue();
    const opened = await bank.links.open(token, 'browser one');
    expect(opened).toMatchObject({ ok: true, value: { matchCode, discordUserId: person } });
    if (!opened.ok) return;
    expect(opened.value.content).toBe('{"kept":"sealed"}');
    expect(await bank.links.open(token, 'browser two')).toEqual({
      ok: false,
      reason: 'ELSEWHERE',
    });
    const { id } = opened.value;
    expect(await bank.links.find(id, 'browser two')).toEqual({ ok: false, reason: 'ELSEWHERE' });
    expect(await bank.links.take(id, 'browser two')).toEqual({ ok: false, reason: 'ELSEWHERE' });
    expect(await bank.links.open(token, 'browser one')).toMatchObject({ ok: true });
  });

  test('is opened by one of twenty browsers at the same time', async () => {
    const { token } = await issue();
    const browsers = Array.from({ length: 20 }, (_, index) => `browser ${index}`);
    const opened = await Promise.all(browsers.map(async (one) => bank.links.open(token, one)));
    expect(opened.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('is answered once, however often its form is sent', async () => {
    const { token } = await issue();
    const opened = await bank.links.open(token, 'browser');
    if (!opened.ok) throw new Error(opened.reason);
    const { id, challenge } = opened.value;
    const all = Array.from({ length: 20 }, async () => bank.links.take(id, 'browser'));
    const taken = (await Promise.all(all)).filter(({ ok }) => ok);
    expect(taken).toHaveLength(1);
    await bank.links.release(id);
    const again = await bank.links.take(id, 'browser');
    expect(again.ok && again.value.challenge.equals(challenge)).toBe(false);
    await bank.links.finish(id);
    expect(await bank.links.take(id, 'browser')).toEqual({ ok: false, reason: 'USED' });
    expect(await bank.links.open(token, 'browser')).toEqual({ ok: false, reason: 'USED' });
  });

  test('ends after ten minutes by the clock of the database, opened or not', async () => {
    const [opened, unopened] = [await issue(), await issue()];
    const bound = await bank.links.open(opened.token, 'browser');
    if (!bound.ok) throw new Error(bound.reason);
    const age = async (seconds: number) =>
      database.pool.write(
        `UPDATE page_links SET expires_at = expires_at - INTERVAL ${seconds} SECOND`,
      );
    await age(590);
    expect(await bank.links.find(bound.value.id, 'browser')).toMatchObject({ ok: true });
    await age(11);
    const expired = { ok: false, reason: 'EXPIRED' };
    expect(await bank.links.find(bound.value.id, 'browser')).toEqual(expired);
    expect(await bank.links.take(bound.value.id, 'browser')).toEqual(expired);
    expect(await bank.links.open(unopened.token, 'browser')).toEqual(expired);
  });

  test('that is unknown, guessed or changed in the database opens nothing', async () => {
    const unknown = { ok: false, reason: 'UNKNOWN' };
    expect(await bank.links.open('x'.repeat(43), 'browser')).toEqual(unknown);
    const { token } = await issue();
    const opened = await bank.links.open(token, 'browser');
    if (!opened.ok) throw new Error(opened.reason);
    await database.pool.write('UPDATE page_links SET sealed = REVERSE(sealed) WHERE id = ?', [
      opened.value.id,
    ]);
    expect(await bank.links.find(opened.value.id, 'browser')).toEqual(unknown);
    expect(await bank.links.find(1n, 'browser')).toEqual(unknown);
  });

  test('is one of at most five of a person', async () => {
    const first = await issue();
    for (let count = 0; count < 5; count += 1) await issue();
    expect(await bank.links.open(first.token, 'browser')).toEqual({ ok: false, reason: 'USED' });
  });

  test('is stored without its token and without the secret of the browser', async () => {
    const { token } = await issue();
    await bank.links.open(token, 'secret of a browser');
    const rows = await database.pool.rows('SELECT * FROM page_links', []);
    const stored = rows.flatMap((row) => Object.values(row)).map((value) => `${value}`);
    expect(stored.join('\n')).not.toContain(token);
    expect(stored.join('\n')).not.toContain('secret of a browser');
    expect(stored.join('\n')).not.toContain('"kept"');
  });
});

describe('the page', () => {
  let server: PageServer;
  let isOpen = true;
  const field = {
    name: 'word',
    label: 'A <b>word</b>',
    hint: '',
    example: '',
    isRequired: true,
    isSecret: true,
    autocomplete: 'off',
    control: { kind: 'text' as const, lengthMax: 20, value: '' },
  };
  const form = {
    title: 'Title',
    lead: '',
    details: [],
    fields: [field],
    passkey: null,
    hasCode: true,
  };
  const words: string[] = [];
  const warned: string[] = [];
  const desk: Desk = {
    inLanguageOf: (_, work) => work(),
    show: async () => ({ kind: 'form', form }),
    submit: async (_, sent) => {
      const [word = ''] = sent.get('word') ?? [];
      words.push(word);
      if (word === 'throw') throw new TypeError('a defect');
      const ending = { isDone: true, title: 'Ended', sentence: 'Well done' };
      if (word === 'right') return { kind: 'ended', ending, next: null };
      return { kind: 'again', sentence: 'Wrong word', problems: new Map() };
    },
    warn: ({ matchCode }, reason) => void warned.push(`${matchCode} ${reason}`),
  };
  const logger: Logger = { event: () => {}, close: () => {} };

  beforeAll(async () => {
    const tools = { bankName: 'Passbook', logger };
    const parts = { desk: () => (isOpen ? desk : null), links: () => bank.links };
    const place = { host: '127.0.0.1', port: 0, publicUrl: null, tls: null };
    server = await servePage({ ...tools, ...parts }, place);
  });
  afterAll(async () => server.close());

  const browser = (): PageClient => new PageClient(server.origin);

  test('shows the code of the link, escapes every text, and takes one answer', async () => {
    const by = browser();
    const { token, matchCode } = await issue();
    const page = await by.open(`http://localhost:1/#${token}`);
    expect(page.status).toBe(200);
    expect(page.text).toContain(matchCode);
    expect(page.html).toContain('A &lt;b&gt;word&lt;/b&gt;');
    const wrong = await by.send({ word: 'wrong' });
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('Wrong word')]);
    expect((await by.send({ word: 'right' })).text).toContain('Well done');
    const used = await by.send({ word: 'right' });
    expect([used.status, used.text]).toEqual([410, expect.stringContaining('already been used')]);
    expect(words).toEqual(['wrong', 'right']);
  });

  test('refuses a second browser, a missing cookie and another origin, in one sentence', async () => {
    const [first, second] = [browser(), browser()];
    const { token } = await issue();
    await first.open(token);
    words.length = 0;
    const elsewhere = await second.open(token);
    expect(elsewhere.status).toBe(403);
    expect(elsewhere.text).toContain('opened in another browser. Nothing changed.');
    const bare = await browser().request(first.action);
    expect([bare.status, bare.text]).toEqual([404, expect.stringContaining('not valid here')]);
    for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:1']) {
      const sent = await first.request(first.action, { word: 'right' }, { origin });
      expect([sent.status, sent.text]).toEqual([403, expect.stringContaining('not sent from')]);
    }
    const { cookie } = first;
    const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' };
    const none = await fetch(new URL(first.action, server.origin), {
      method: 'POST',
      body: 'word=right',
      headers,
    });
    expect(none.status).toBe(403);
    expect(words).toEqual([]);
  });

  test('the owner of a refused link is notified once, and never for a guess', async () => {
    const { token, matchCode } = await issue();
    const late = await issue();
    await browser().open(token);
    warned.length = 0;
    for (const by of [browser(), browser()]) await by.open(token);
    await database.pool.write(
      'UPDATE page_links SET expires_at = NOW(6) WHERE match_code = ? AND browser_hash IS NULL',
      [late.matchCode],
    );
    for (const by of [browser(), browser()]) await by.open(late.token);
    await browser().open('x'.repeat(43));
    await browser().request('/at/1', { word: 'right' });
    expect(warned).toEqual([`${matchCode} ELSEWHERE`, `${late.matchCode} EXPIRED`]);
  });

  test('ignores forwarded headers and the host, however a proxy sets them', async () => {
    const by = browser();
    const { token } = await issue();
    await by.open(token);
    const forwarded = {
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'ftp',
      'x-forwarded-for': '6.6.6.6',
      forwarded: 'host=evil.example;proto=gopher',
    };
    const page = await by.request(by.action, null, forwarded);
    expect(page.html).not.toMatch(/evil\.example|ftp|gopher|6\.6\.6\.6/);
    expect((await by.request(by.action, { word: 'right' }, forwarded)).status).toBe(200);
  });

  test('changes nothing by GET and HEAD, and a form of a robot that follows links', async () => {
    const by = browser();
    const { token } = await issue();
    for (const path of ['/', `/?${token}`, '/open', '/at/1', '/healthz', '/page.css']) {
      await by.request(path);
      await fetch(new URL(path, server.origin), { method: 'HEAD' });
    }
    const [row] = await database.pool.rows(
      'SELECT browser_hash IS NULL AS is_free, state FROM page_links ORDER BY id DESC LIMIT 1',
      [],
    );
    expect(row).toMatchObject({ state: 'OPEN' });
    expect(Number(row?.['is_free'])).toBe(1);
  });

  test('sends strict headers with every answer, and no cookie before a link is opened', async () => {
    const { token } = await issue();
    const by = browser();
    const answers = [
      await by.request('/'),
      await by.request('/nowhere'),
      await by.request('/at/1'),
      await by.request('/open', { link: 'no link' }),
      await by.open(token),
    ];
    for (const { headers, status } of answers) {
      expect(headers.get('content-security-policy'), `${status}`).toContain("default-src 'none'");
      expect(headers.get('content-security-policy')).not.toContain('unsafe');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    }
    expect(answers.slice(0, 4).every(({ headers }) => headers.get('set-cookie') === null)).toBe(
      true,
    );
    expect(by.cookie).toMatch(/^passbook-browser=[\w-]{43}$/);
  });

  test('says a defect without its words, and lets the same form be sent again', async () => {
    const by = browser();
    await by.open((await issue()).token);
    const failed = await by.send({ word: 'throw' });
    expect([failed.status, failed.text]).toEqual([500, expect.stringContaining('on our side')]);
    expect(failed.html).not.toContain('a defect');
    expect((await by.send({ word: 'right' })).status).toBe(200);
  });

  test('refuses large bodies, and says while the bank starts that it does', async () => {
    const by = browser();
    await by.open((await issue()).token);
    expect((await by.send({ word: 'x'.repeat(40_000) })).status).toBe(413);
    isOpen = false;
    const early = await by.send({ word: 'right' });
    isOpen = true;
    expect([early.status, early.text]).toEqual([503, expect.stringContaining('just starting')]);
    expect((await by.send({ word: 'right' })).status).toBe(200);
  });

  test('speaks the language of the browser before the person is known', async () => {
    for (const [language, word] of [
      ['de', 'Link öffnen'],
      ['fr', 'Ouvrir votre lien'],
      ['es', 'Abre tu enlace'],
      ['ja', 'リンクを開く'],
      ['xx', 'Open your link'],
    ] as const) {
      const page = await browser().request('/', null, { 'accept-language': `${language}-AA` });
      expect(page.text).toContain(word);
    }
  });

  test('does not start on a port that is in use', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    const tools = { bankName: 'Passbook', logger, desk: () => desk, links: () => bank.links };
    const place = { host: '127.0.0.1', port, publicUrl: null, tls: null };
    await expect(servePage(tools, place)).rejects.toThrow(/EADDRINUSE/);
    other.close();
  });
});
