/** A customer downloads statements. */
import { beforeAll, expect, test } from 'vitest';
import { daysOfMonth } from '../../src/documents/index.ts';
import { buttonsOf, type Answer, type Player } from '../../src/sandbox/driver.ts';
import { deposit, openChat, register, said } from './chat.ts';

const chat = openChat();
let anna: Player;

beforeAll(async () => {
  anna = await chat.driver.person('Anna');
  await register(anna, 'Anna Miller');
  await deposit(anna, '40');
});

/** The running month. */
const periodNow = () => daysOfMonth(new Date().toISOString().slice(0, 7));

async function fileOf(answer: Answer): Promise<{ name: string; text: string }> {
  if (answer.kind !== 'message') throw new Error(answer.kind);
  const [file] = answer.message.attachments;
  const response = await fetch(file!.url);
  return { name: file!.filename, text: Buffer.from(await response.arrayBuffer()).toString() };
}

test('the running month as PDF, then in another format, then the month before', async () => {
  const first = await anna.run('/statement');
  expect(said(first)).toContain('provisional');
  expect(said(first)).toContain('**Balance so far** 40.00 GEM');
  const pdf = await fileOf(first);
  expect(pdf.name).toMatch(/^statement-\d{10}-[\d-]+\.pdf$/);
  expect(pdf.text.startsWith('%PDF-1.7')).toBe(true);
  if (first.kind !== 'message') throw new Error();
  expect(buttonsOf(first.message)).toEqual(['Previous month', 'Other period']);
  const { from, to } = periodNow();
  const account = /\d{10}/.exec(pdf.name)![0];
  const wanted = `${from}_${to}_csv_${account}`;
  const csv = await fileOf(await anna.choose('Another format', [wanted], { on: first.message }));
  expect(csv.text).toContain('DEPOSIT,Cash desk,,,40.00,40.00,GEM');
  const before = await anna.press('Previous month', { on: first.message });
  expect(said(before)).toContain('0 entries');
  expect(said(before)).not.toContain('provisional');
});

test('a month by name, and periods that cannot be', async () => {
  const one = await fileOf(await anna.run('/statement', { month: 'January 2026', format: 'csv' }));
  expect(one.text).toContain('2026-01-01,,UTC,OPENING_BALANCE');
  expect(said(await anna.run('/statement', { month: 'ju' }))).toContain('2026-03');
  expect(said(await anna.run('/statement', { month: '2199-01' }))).toContain('has not begun');
  const both = await anna.run('/statement', { month: '2026-01', from_date: '2026-01-01' });
  expect(said(both)).toContain('Enter a month or days, not both.');
  const long = await anna.run('/statement', { from_date: '2001-01-01', to_date: '2026-01-01' });
  expect(said(long)).toContain('at most ten years');
});
