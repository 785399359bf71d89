/** What the program loads before it prints its first line and opens the page. */
import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { readSource } from '../support/source.ts';

const importPattern = /(?:^|\n)(?:import|export)\s+(?!type\b)([^'";]*?)from\s*'(\.[^']+)'/g;

/** Whether the names between the braces are all types, so that nothing is loaded. */
function onlyTypes(names: string): boolean {
  const inside = /^\s*\{([^}]*)\}\s*$/.exec(names)?.[1];
  if (inside === undefined) return false;
  const list = inside.split(',').filter((name) => name.trim() !== '');
  return list.every((name) => /^\s*type\s/.test(name));
}

/** Modules that are loaded with `path`, not those of a later `import()`. */
function loadedWith(path: string, found = new Set<string>()): Set<string> {
  if (found.has(path)) return found;
  found.add(path);
  for (const [, names = '', target = ''] of readSource(path).text.matchAll(importPattern)) {
    if (!onlyTypes(names)) loadedWith(posix.join(posix.dirname(path), target), found);
  }
  return found;
}

const packagePattern = /(?:^|\n)(?:import|export)\s+(?!type\b)([^'";]*?)from\s*'([@a-z][^']*)'/g;

test('packages that few need are loaded when they are needed: they take memory', () => {
  const opened = new Set<string>();
  for (const part of ['src/bank/index.ts', 'src/bot/client.ts', 'src/app/upkeep/open.ts']) {
    loadedWith(part, opened);
  }
  const packages = [...opened].flatMap((path) =>
    [...readSource(path).text.matchAll(packagePattern)]
      .filter(([, names = '']) => !onlyTypes(names))
      .map(([, , name = '']) => name),
  );
  expect(packages).toContain('discord.js');
  const late =
    /^(libphonenumber-js|@zxcvbn-ts\/|otplib|qrcode|pdfkit|fontkit|nodemailer|@simplewebauthn\/|prom-client|yaml|csv-parse|@resvg\/)/;
  expect(packages.filter((name) => late.test(name))).toEqual([]);
});

test('the bank and the bot are loaded while the database starts, not before', () => {
  const loaded = loadedWith('src/main.ts');
  expect([...loaded]).toContain('src/app/serving/serving.ts');
  for (const late of ['src/bank/index.ts', 'src/bot/client.ts', 'src/sandbox/index.ts']) {
    expect([...loaded]).not.toContain(late);
  }
});
