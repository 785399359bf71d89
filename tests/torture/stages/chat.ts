/**
 * People in the chat with two real bots on one token: database and bots killed, Discord
 * failing, mail down. The answers are compared with the books.
 */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { databaseUrl } from '../../../src/lib/database-address.ts';
import type { Pool } from '../../../src/db/pool.ts';
import { integerOf } from '../../../src/db/rows.ts';
import { verifyBooks } from '../../../src/bank/audit/verifier-full.ts';
import { seedWorld } from '../../../src/app/sandbox.ts';
import { openDriver, type Driver, type Player } from '../../../src/sandbox/driver.ts';
import { startSandbox } from '../../../src/sandbox/index.ts';
import { botProcess, type BotProcess } from '../chat/bot.ts';
import { openChatCrowd, password, type ChatCrowd } from '../chat/crowd.ts';
import { chatHistory, judgeChat, type ChatHistory, type Told } from '../chat/history.ts';
import { mailGate, type MailGate } from '../chat/mail-gate.ts';
import { chooseNotices, choosersIn, judgeNotices, type NoticesVerdict } from '../chat/notices.ts';
import { untoldAfter } from '../chat/told-later.ts';
import { troubles } from '../chat/trouble.ts';
import type { TortureServer } from '../server/server.ts';
import { tortureFolder } from '../support/folders.ts';
import { randomOf } from '../support/random.ts';
import {
  atLeast,
  atMost,
  exactly,
  figure,
  seconds,
  withServer,
  type Figure,
  type Stage,
  type StageContext,
  type StageResult,
} from './stage.ts';

const schema = 'torture_chat';
const healedMs = 30_000;
const mailMs = 90_000;
/** Longer than the lease of a message whose sender died, and one repetition. */
const noticesMs = 180_000;
/** Longer than the bank tries to find the outcome: then people read that it is unknown. */
const awayMs = 10_000;
/** Time from the presses until the database dies, per round. */
const deathsMs = [15, 30, 60];
const cardsMs = 3_000;
const countTaken = `
  SELECT COUNT(*) AS open
  FROM pending
  WHERE kind = 'CONFIRM' AND state = 'TAKEN'`;

interface Scene {
  readonly context: StageContext;
  readonly server: TortureServer;
  readonly driver: Driver;
  readonly bots: readonly BotProcess[];
  readonly crowd: ChatCrowd;
  readonly history: ChatHistory;
}

/** Milliseconds until the next receipt; Infinity if there is none. */
async function nextReceipt(crowd: ChatCrowd): Promise<number> {
  const begun = performance.now();
  while (performance.now() - begun < 60_000) {
    if (crowd.lastSentAt > begun) return crowd.lastSentAt - begun;
    await sleep(5);
  }
  return Infinity;
}

async function allTroubles({ driver, crowd, history, context }: Scene): Promise<number> {
  const rounds = Math.ceil(2 * context.factor);
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, fault] of troubles) {
      history.note(name);
      await driver.arm(fault);
      await sleep(1_200);
      await driver.disarm();
    }
    await nextReceipt(crowd);
  }
  return rounds * troubles.length;
}

async function kills(scene: Scene): Promise<{ database: number; bots: number; slowest: number }> {
  const { server, bots, crowd, history, context } = scene;
  const rounds = Math.ceil(4 * context.factor);
  const waits: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    history.note('database killed');
    await server.kill();
    await sleep(300);
    await server.start();
    waits.push(await nextReceipt(crowd));
    const bot = bots[round % bots.length]!;
    history.note('bot killed');
    await bot.kill();
    await sleep(200);
    if (round % 2 === 1) await server.kill();
    if (round % 2 === 1) await server.start();
    await bot.start();
    waits.push(await nextReceipt(crowd));
  }
  const both = Math.floor(rounds / 2);
  return { database: rounds + both, bots: rounds, slowest: Math.max(...waits) };
}

/** The database dies during sixteen presses, and stays down. */
async function longDeaths({ server, crowd, history }: Scene): Promise<number[]> {
  const waits: number[] = [];
  for (const ms of deathsMs) {
    const press = crowd.hold();
    await sleep(cardsMs);
    history.note('database killed for long');
    press();
    await sleep(ms);
    await server.kill();
    await sleep(awayMs);
    await server.start();
    waits.push(await nextReceipt(crowd));
  }
  return waits;
}

/** A code is requested while mail is down, and arrives when it is back. */
async function mailHeals({ crowd }: Scene, gate: MailGate): Promise<number> {
  const [player] = crowd.players;
  gate.open = false;
  await player!.run('/profile recovery-codes').catch(() => null);
  await player!.fill({ current_password: password }).catch(() => null);
  await sleep(3_000);
  gate.open = true;
  const begun = performance.now();
  return player!.receivesMail(/recovery codes/i, { withinMs: mailMs }).then(
    () => performance.now() - begun,
    () => Infinity,
  );
}

async function untilKnown(direct: Pool): Promise<number> {
  const begun = performance.now();
  while (performance.now() - begun < 2 * healedMs) {
    const [row] = await direct.rows(countTaken);
    if (integerOf(row!, 'open') === 0) return performance.now() - begun;
    await sleep(100);
  }
  return Infinity;
}

const countTold = ({ payments }: ChatHistory, told: Told): number =>
  [...payments.values()].filter((payment) => payment.told.includes(told)).length;

async function verdictOf(direct: Pool, history: ChatHistory): Promise<readonly Figure[]> {
  const { lost, doubled, ghosts } = await judgeChat(direct, history);
  const broken = (await verifyBooks(direct)).findings.map(({ code }) => code);
  const named = (memos: readonly string[]) => memos.slice(0, 3).join(', ') || 'none';
  return [
    figure('payments', history.payments.size),
    figure('told that it was sent', countTold(history, 'sent')),
    figure('told that nothing moved', countTold(history, 'nothing moved')),
    atLeast('told that nobody knows yet', countTold(history, 'unknown'), 1),
    figure('not answered in time', countTold(history, 'no answer')),
    exactly('lost', named(lost), 'none'),
    exactly('doubled', named(doubled), 'none'),
    exactly('ghosts', named(ghosts), 'none'),
    exactly('broken books', broken.join(' ') || 'none', 'none'),
  ];
}

const noticeFigures = ({ wrong, repeated, outcomes, unwanted }: NoticesVerdict): Figure[] => {
  const named = (list: readonly string[]) => list.slice(0, 3).join(', ') || 'none';
  return [
    figure('notices of payments', outcomes),
    exactly('payments without one notice on each side', named(wrong), 'none'),
    exactly('notices read twice unmarked, or more often', named(repeated), 'none'),
    exactly('notices to people with closed messages or quiet hours', named(unwanted), 'none'),
  ];
};

async function play(context: StageContext, server: TortureServer): Promise<StageResult> {
  const address = await server.freshSchema(schema);
  const direct = server.pool(schema);
  const sandbox = await startSandbox({ seed: seedWorld('Passbook'), folder: null, port: 0 });
  const gate = await mailGate(sandbox.smtpUrl);
  const driver = openDriver(sandbox.pageUrl, { editWithinMs: 15_000 });
  const settings = {
    DATABASE_URL: databaseUrl(address),
    DISCORD_TOKEN: sandbox.botToken,
    DISCORD_API_URL: sandbox.apiUrl,
    SMTP_URL: gate.url,
    PASSWORD_PEPPER: Buffer.alloc(32, 7).toString('base64'),
    PII_KEY: Buffer.alloc(32, 9).toString('base64'),
  };
  const bots = ['one', 'two'].map((name) => botProcess(name, settings));
  const history = chatHistory(join(tortureFolder, 'history', 'chat.jsonl'));
  try {
    for (const bot of bots) await bot.start();
    const random = randomOf(`${context.seed}/chat`);
    const begin = async (all: readonly Player[]) => chooseNotices(driver, all);
    const crowd = await openChatCrowd({ driver, history, random, size: 16, begin });
    const scene: Scene = { context, server, driver, bots, crowd, history };
    const armed = await allTroubles(scene);
    const killed = await kills(scene);
    const waits = await longDeaths(scene);
    await crowd.stop();
    history.note('the faults have healed');
    const knownMs = await untilKnown(direct);
    const { players } = crowd;
    const chosen = choosersIn(players);
    const { closed } = chosen;
    const later = await untoldAfter(direct, history, { players, closed, withinMs: healedMs });
    const notices = await judgeNotices(direct, players, chosen, { withinMs: noticesMs });
    const mailedMs = await mailHeals(scene, gate);
    return {
      figures: [
        atLeast('people', crowd.players.length, 16),
        atLeast('faults of Discord', armed, 2 * troubles.length),
        figure('database kills', killed.database + waits.length),
        figure('bot kills', killed.bots),
        atMost('slowest first receipt, seconds', seconds(Math.max(killed.slowest, ...waits)), 10),
        atMost('all known after healing, seconds', seconds(knownMs), healedMs / 1_000),
        atMost('and told, seconds', seconds(knownMs + later.ms), healedMs / 1_000),
        exactly('unknown and never told', later.untold.slice(0, 3).join(', ') || 'none', 'none'),
        atMost('mail after its server was back, seconds', seconds(mailedMs), mailMs / 1_000),
        ...noticeFigures(notices),
        ...(await verdictOf(direct, history)),
      ],
      verdict: null,
    };
  } finally {
    for (const bot of bots) await bot.stop();
    history.close();
    driver.close();
    await gate.close();
    await sandbox.close();
    await direct.close();
  }
}

export const chat: Stage = {
  name: 'chat',
  about: 'two real bots on one token; kills, Discord late and failing, mail down; 16 people',
  run: async (context) =>
    context.isShort
      ? { figures: [], verdict: null, skipped: 'its short form is tests/e2e/crash.test.ts' }
      : withServer('chat', async (server) => play(context, server)),
};
