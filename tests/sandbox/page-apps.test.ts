/** Commands for messages and people, and files, in a real browser. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { describeInBrowser, phone } from '../support/browser.ts';
import { pageTest } from '../support/page-test.ts';

const file = (name: string, text: string) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(text),
});

/** A video made by the browser itself, a few frames long. */
async function recordClip(page: Page): Promise<Buffer> {
  const bytes = await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [16, 16];
    const pen = canvas.getContext('2d');
    const recorder = new MediaRecorder(canvas.captureStream(30), { mimeType: 'video/webm' });
    const chunks: Blob[] = [];
    recorder.addEventListener('dataavailable', ({ data }) => chunks.push(data));
    const stopped = new Promise((resolve) => recorder.addEventListener('stop', resolve));
    recorder.start();
    for (let frame = 0; frame < 10; frame += 1) {
      pen?.fillRect(frame, frame, 4, 4);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    recorder.stop();
    await stopped;
    return [...new Uint8Array(await new Blob(chunks).arrayBuffer())];
  });
  return Buffer.from(bytes);
}

/** One second of silence: 8,000 samples of 8 bits. */
function silence(): Buffer {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + 8_000, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8_000, 24);
  head.writeUInt32LE(8_000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(8_000, 40);
  return Buffer.concat([head, Buffer.alloc(8_000, 128)]);
}

describeInBrowser('apps and files in the page', () => {
  const here = pageTest();
  const { address, open, composer, last, dialog } = here;
  const menu = () => here.page.getByRole('menu', { name: 'Message actions' });
  const listed = () => here.page.getByRole('listbox', { name: 'fruit' }).getByRole('option');
  async function pick(command: string): Promise<void> {
    await composer().fill(`/${command}`);
    await composer().press('Enter');
  }
  async function say(text: string): Promise<void> {
    await composer().fill(text);
    await composer().press('Enter');
    await last().getByText(text).waitFor();
  }

  test('runs a message command, by right click and by keyboard', async () => {
    await say('to be quoted');
    await last().getByText('to be quoted').click({ button: 'right' });
    await menu().getByText('Apps').waitFor();
    expect(await axeFindings(here.page)).toEqual([]);
    await menu().getByRole('menuitem', { name: 'Quote' }).click();
    await last().getByText('Quoted: to be quoted').waitFor();
    expect(await last().locator('.used').innerText()).toMatch(/Anna Albers\s+used\s+Quote/);
    await last().getByRole('button', { name: 'Message actions' }).press('Enter');
    const focused = () => here.page.evaluate(() => document.activeElement?.textContent);
    expect(await focused()).toContain('Quote');
    await here.page.keyboard.press('ArrowUp');
    expect(await focused()).toBe('Inspect the interaction');
    await here.page.keyboard.press('ArrowDown');
    await here.page.keyboard.press('Enter');
    await last().getByText('Quoted: Quoted: to be quoted').waitFor();
    await last().getByRole('button', { name: 'Message actions' }).press('Enter');
    await here.page.keyboard.press('Escape');
    await menu().waitFor({ state: 'detached' });
    const back = await here.page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    expect(back).toBe('Message actions');
  });

  test('offers no commands for an ephemeral message, but dismisses it', async () => {
    await pick('ping');
    await here.page.keyboard.press('Enter');
    await last().getByText('Pong').waitFor();
    await last().getByText('Pong').click({ button: 'right' });
    expect(await menu().getByRole('menuitem', { name: 'Quote' }).count()).toBe(0);
    await menu().getByRole('menuitem', { name: 'Dismiss message' }).click();
    await menu().waitFor({ state: 'detached' });
    await expect.poll(() => last().getByText('Pong').count()).toBe(0);
  });

  test('opens a message’s interaction in the inspector', async () => {
    await pick('hello');
    await here.page.keyboard.press('Enter');
    await last().getByText('Hello from').waitFor();
    await last().getByText('Hello from').click({ button: 'right' });
    await menu().getByRole('menuitem', { name: 'Inspect the interaction' }).click();
    const inspector = here.page.getByRole('complementary', { name: 'Inspector' });
    await inspector.getByRole('heading', { name: '/hello' }).waitFor();
  });

  test('runs a user command from a profile', async () => {
    await here.page.getByRole('complementary').getByRole('button', { name: /^Bo/ }).click();
    const profile = here.page.getByRole('dialog', { name: 'Profile of Bo' });
    await profile.getByRole('heading', { name: 'Apps' }).waitFor();
    expect(await axeFindings(here.page)).toEqual([]);
    await profile.getByRole('button', { name: 'Wave at' }).press('Enter');
    await last().getByText('Waved at Bo').waitFor();
  });

  test('shows the bot’s autocomplete choices, and sends the chosen one', async () => {
    await pick('find');
    await expect.poll(() => listed().count()).toBe(4);
    await here.page.keyboard.type('ap');
    await expect.poll(() => listed().allInnerTexts()).toEqual(['Apple', 'Apricot']);
    expect(await axeFindings(here.page)).toEqual([]);
    await here.page.keyboard.press('ArrowDown');
    await here.page.keyboard.press('Enter');
    await here.page.keyboard.press('Enter');
    await last().getByText('Found Apr').waitFor();
    await pick('find');
    await here.page.keyboard.type('nowhere');
    await here.page.getByText('No options match your search.').waitFor();
    await here.page.keyboard.press('Enter');
    await last().getByText('Found nowhere').waitFor();
    await pick('find');
    await here.page.keyboard.type('silence');
    await here.page.getByText('Loading options…').waitFor();
    await here.page.getByText('Loading options failed.').waitFor();
  });

  test('attaches a file to a command, and downloads the bot’s copy', async () => {
    await pick('keep');
    await here.page.getByRole('button', { name: 'file: choose a file' }).waitFor();
    expect(await axeFindings(here.page)).toEqual([]);
    await here.page.getByLabel('Send').click();
    await here.page.getByText('This option is required.').waitFor();
    await here.page.getByLabel('File for file').setInputFiles(file('list.txt', 'eggs and milk'));
    await here.page.getByRole('button', { name: 'file: list.txt' }).press('Enter');
    await last().getByText('Kept list.txt: eggs and milk').waitFor();
    const download = here.page.waitForEvent('download');
    await last().getByRole('link', { name: 'Download list.txt' }).click();
    expect((await download).suggestedFilename()).toBe('list.txt');
  });

  test('uploads files in a form: some are required, too many are refused', async () => {
    await pick('form files');
    await here.page.keyboard.press('Enter');
    await dialog().getByRole('button', { name: 'Submit' }).click();
    await dialog().getByText('This field is required.').waitFor();
    expect(await axeFindings(here.page)).toEqual([]);
    const picker = dialog().getByLabel('Files for Papers');
    await picker.setInputFiles([file('a.txt', 'A'), file('b.txt', 'B'), file('c.txt', 'C')]);
    await dialog().getByText('There are too many files.').waitFor();
    await dialog().getByText('b.txt').waitFor();
    expect(await dialog().getByText('c.txt').count()).toBe(0);
    await dialog().getByRole('button', { name: 'Remove a.txt' }).click();
    await picker.setInputFiles(file('empty.txt', ''));
    await dialog()
      .getByText(/A file was not added/)
      .waitFor();
    await dialog().getByRole('button', { name: 'Submit' }).click();
    await dialog().waitFor({ state: 'detached' });
    await last()
      .getByText(/papers=\["\d+"\]/)
      .waitFor();
  });

  test('sends files with a message that everyone can download', async () => {
    await here.page
      .getByLabel('Files to attach')
      .setInputFiles([file('x.txt', 'X'), file('y.txt', 'Y')]);
    await here.page.getByRole('button', { name: 'Remove x.txt' }).click();
    await here.page.getByText('y.txt').waitFor();
    await composer().press('Enter');
    const bo = await open(address('bo'));
    const link = bo.getByRole('link', { name: 'y.txt', exact: true }).last();
    const bytes = await bo.context().request.get((await link.getAttribute('href')) ?? '');
    expect(await bytes.text()).toBe('Y');
    expect(bytes.headers()['content-disposition']).toContain('attachment');
  });

  test('plays video and sound, and reports unplayable files', async () => {
    const clip = { name: 'clip.webm', mimeType: 'video/webm', buffer: await recordClip(here.page) };
    const sound = { name: 'beep.wav', mimeType: 'audio/wav', buffer: silence() };
    const torn = { name: 'torn.mp4', mimeType: 'video/mp4', buffer: Buffer.from('no video') };
    await here.page.getByLabel('Files to attach').setInputFiles([clip, sound, torn]);
    await here.page.getByRole('button', { name: 'Remove torn.mp4' }).waitFor();
    await composer().press('Enter');
    const video = last().getByLabel('clip.webm');
    await expect
      .poll(() => video.evaluate((node) => (node as HTMLVideoElement).videoWidth))
      .toBe(16);
    const audio = last().locator('audio');
    await expect.poll(() => audio.evaluate((node) => (node as HTMLAudioElement).duration)).toBe(1);
    await last().locator('.broken').getByText('torn.mp4').waitFor();
  });

  test('opens the menu of a message on a phone, inside the window', async () => {
    await say('on the phone');
    const narrow = await open(address(), { size: phone, touch: true });
    // The event of a long press.
    await narrow
      .getByText('on the phone')
      .last()
      .dispatchEvent('contextmenu', {
        clientX: phone.width - 5,
        clientY: phone.height - 5,
      });
    const box = await narrow.getByRole('menu').boundingBox();
    expect(box && box.x + box.width <= phone.width && box.y + box.height <= phone.height).toBe(
      true,
    );
    await narrow.getByRole('menuitem', { name: 'Quote' }).tap();
    await last().getByText('Quoted: on the phone').waitFor();
  });
});
