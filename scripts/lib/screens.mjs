import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fail, root, say } from './machine.mjs';
import { PageUser } from './page-user.mjs';
import { playClub } from './screens-club.mjs';
import { playShared } from './screens-shared.mjs';

const folder = join(root, 'docs/images');
const bytesMax = 150_000;
const startLimitMs = 120_000;
const browsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const desktop = { width: 1280, height: 720 };
const phone = { width: 390, height: 844 };

/** Acts as two sample people in the page of a new bank and saves the pictures for the docs. */
export async function screens() {
  const executablePath = process.env.CHROMIUM ?? browsers.find((path) => existsSync(path));
  if (!executablePath) fail('Chromium was not found. Install it or set CHROMIUM to its path.');
  const data = mkdtempSync(join(tmpdir(), 'passbook-screens-'));
  const bank = openBank(data);
  try {
    const { chromium } = await import('playwright-core');
    const pageUrl = await bank.pageUrl;
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    try {
      await play(browser, pageUrl);
    } finally {
      await browser.close();
    }
  } finally {
    await bank.close();
    rmSync(data, { recursive: true, force: true });
  }
  return 0;
}

/** A separate bank that ignores the token, database and settings of the developer. */
function openBank(data) {
  const child = spawn(process.execPath, [join(root, 'dist/src/main.js')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      PASSBOOK_DATA: data,
      SANDBOX_PORT: '0',
      DISCORD_TOKEN: '',
      DISCORD_API_URL: '',
      DATABASE_URL: '',
      SMTP_URL: '',
    },
  });
  const ended = new Promise((resolve) => {
    child.once('exit', resolve);
  });
  let address = '';
  const pageUrl = new Promise((resolve, reject) => {
    const limit = setTimeout(
      () => reject(new Error('The bank did not open in time')),
      startLimitMs,
    );
    void ended.then((code) => reject(new Error(`The bank exited with code ${code}`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      address = /^Sandbox: (\S+)/.exec(line)?.[1] ?? address;
      if (!address || !/ is open/.test(line)) return;
      clearTimeout(limit);
      resolve(address);
    });
  });
  return {
    pageUrl,
    close: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

async function play(browser, pageUrl) {
  const people = await (await fetch(new URL('control/people', pageUrl))).json();
  const idOf = (name) => people.find(({ displayName }) => displayName === name).id;
  const openAs = (name, size) => PageUser.open(browser, `${pageUrl}#/${idOf(name)}`, size);

  const ben = await openAs('Ben', desktop);
  await ben.register({ full_name: 'Ben Okafor', email: 'ben@sandbox.example' }, 'Male');
  const anna = await openAs('Anna', desktop);
  await anna.register({ full_name: 'Anna Miller', email: 'anna@sandbox.example' }, 'Female');
  await anna.command('deposit');
  await anna.fill({ amount: '1,250.50', memo: 'first savings' });
  await anna.press('Confirm', 'Deposited 1,250.50 GEM');

  await anna.command('transfer');
  await anna.choose('member', 'Ben');
  await anna.type({ amount: '12.50', memo: 'for *pizza*' });
  await picture(anna, 'form');
  await anna.submit();
  await anna.press('Confirm', 'Sent 12.50 GEM');
  await picture(anna, 'receipt');
  await anna.inspectLast();
  await picture(anna, 'inspector');

  const onPhone = await openAs('Ben', phone);
  await onPhone.command('balance');
  await onPhone.last().getByText('12.50 GEM').first().waitFor();
  await picture(onPhone, 'phone');
  const club = await playClub(browser, {
    pageUrl,
    annasNumber: anna.number,
    bensNumber: ben.number,
    picture,
  });
  await playShared({ ...club, picture });
}

async function picture({ page }, name) {
  const path = join(folder, `${name}.png`);
  // No hover effects, and all transitions finished.
  await page.mouse.move(0, 0);
  await page.waitForTimeout(300);
  await page.screenshot({ path });
  const { size } = statSync(path);
  say(`docs/images/${name}.png: ${Math.round(size / 1000)} kB`);
  if (size > bytesMax) fail(`docs/images/${name}.png is larger than ${bytesMax / 1000} kB.`);
}
