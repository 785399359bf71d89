/** Which folder may import which: this is the only list. */
import { describe, expect, test } from 'vitest';
import { sourcesBelow, type Source } from '../support/source.ts';

const sources = sourcesBelow('src', 'commands');

interface Zone {
  readonly name: string;
  readonly owns: RegExp;
  /** Files it may import, besides its own. */
  readonly files: RegExp;
  /** Packages it may import, besides Node's own. */
  readonly packages: RegExp;
}

const none = /^$/;
const zones: readonly Zone[] = [
  { name: 'lib', owns: /^src\/lib\//, files: none, packages: none },
  { name: 'records', owns: /^src\/records\//, files: /^src\/lib\//, packages: none },
  { name: 'db', owns: /^src\/db\//, files: /^src\/lib\//, packages: /^mysql2/ },
  {
    name: 'a store',
    owns: /^src\/bank\/(?:[\w-]+\/)+store\//,
    files:
      /^src\/(lib|db)\/|^src\/records\/index\.ts$|^src\/bank\/model\/index\.ts$|^src\/bank\/\w+\/(store\/|kinds\/|index\.ts$)/,
    packages: none,
  },
  {
    name: 'bank',
    owns: /^src\/bank\//,
    files:
      /^src\/(lib|db)\/|^src\/records\/(?:receipt\/)?index\.ts$|^src\/bank\/(?:[\w-]+\/)+store\//,
    packages:
      /^(zod|bcrypt|libphonenumber-js|@zxcvbn-ts\/|otplib|@simplewebauthn\/server|csv-stringify|rate-limiter-flexible)/,
  },
  { name: 'records', owns: /^src\/records\//, files: /^src\/lib\//, packages: none },
  {
    name: 'words',
    owns: /^src\/words\//,
    files: /^src\/lib\/|^src\/bank\/model\/index\.ts$/,
    packages: none,
  },
  {
    name: 'talk',
    owns: /^src\/talk\//,
    files: /^src\/lib\/|^src\/bank\/model\/index\.ts$/,
    packages: none,
  },
  {
    name: 'imports',
    owns: /^src\/imports\//,
    files: /^src\/lib\//,
    packages: /^(jsonc-parser|yaml|csv-parse\/sync)$/,
  },
  {
    name: 'documents',
    owns: /^src\/documents\//,
    files: /^src\/(lib|words)\/|^src\/bank\/index\.ts$/,
    packages:
      /^(csv-stringify\/|pdfkit$|qrcode$|fontkit$|fflate$|bidi-js$|dejavu-fonts-ttf\/|@expo-google-fonts\/)/,
  },
  {
    name: 'verifier page',
    owns: /^src\/verifier\/page\//,
    files: /^src\/verifier\/verify\.ts$|^src\/words\/en\/terminal\/verifier\.ts$/,
    packages: none,
  },
  {
    name: 'verifier',
    owns: /^src\/verifier\//,
    files: /^src\/(lib|records)\/|^src\/words\/en\/terminal\/verifier\.ts$/,
    packages: none,
  },
  {
    name: 'log',
    owns: /^src\/log\//,
    files: /^src\/(lib|db|words)\/|^src\/bank\/model\/index\.ts$/,
    packages: /^pino$/,
  },
  {
    name: 'config',
    owns: /^src\/config\//,
    files: /^src\/(lib|words)\/|^src\/bank\/model\/index\.ts$/,
    packages: /^(zod|dotenv)$/,
  },
  {
    name: 'mail',
    owns: /^src\/mail\//,
    files: /^src\/(lib|log|config|words)\/|^src\/bank\/index\.ts$/,
    packages: /^nodemailer$/,
  },
  {
    name: 'metrics',
    owns: /^src\/metrics\//,
    files: /^src\/(lib|log)\//,
    packages: /^prom-client$/,
  },
  {
    name: 'bot',
    owns: /^src\/bot\//,
    files: /^src\/(lib|log|words)\/|^src\/(bank|talk|documents)\/index\.ts$/,
    packages:
      /^(discord\.js$|undici$|discord-api-types\/|zod$|@resvg\/resvg-js$|dejavu-fonts-ttf\/|qrcode$)/,
  },
  {
    name: 'page in the browser',
    owns: /^src\/page\/browser\//,
    files: none,
    packages: none,
  },
  {
    name: 'page',
    owns: /^src\/page\//,
    files: /^src\/(lib|log|words)\/|^src\/bank\/index\.ts$/,
    packages: /^(hono$|hono\/|@hono\/node-server$)/,
  },
  {
    name: 'commands',
    owns: /^commands\//,
    files: /^src\/bot\/index\.ts$|^src\/words\/index\.ts$/,
    packages: none,
  },
  {
    name: 'sandbox page',
    owns: /^src\/sandbox\/page\//,
    files: /^src\/sandbox\/protocol\//,
    packages: /^(preact|discord-api-types|@highlightjs\/)/,
  },
  {
    name: 'sandbox',
    owns: /^src\/sandbox\//,
    files: /^src\/lib\//,
    packages:
      /^(hono|@hono\/|ws$|smtp-server$|postal-mime$|mailparser$|discord-api-types\/|discord-api-spec|zod|ajv)/,
  },
  {
    name: 'app, main, cli',
    owns: /^src\/(app|main)\.ts$|^src\/(cli|app)\//,
    files:
      /^src\/(lib|db|bot|cli|app|config|log|mail|metrics|words|verifier)\/|^src\/app\.ts$|^src\/(bank|page|sandbox|imports|records)\/index\.ts$/,
    packages: /^(zod|dotenv|pino|mysql2)/,
  },
];

const zoneOf = (path: string): Zone | undefined => zones.find((zone) => zone.owns.test(path));

function forbidden(source: Source): string[] {
  const zone = zoneOf(source.path);
  if (!zone) return [`${source.path}: belongs to no zone`];
  return source.imports
    .filter((target) => {
      if (target.startsWith('node:')) return false;
      if (!/^(src|commands|tests)\//.test(target)) return !zone.packages.test(target);
      return zoneOf(target) !== zone && !zone.files.test(target);
    })
    .map((target) => `${source.path} imports ${target}`);
}

describe('imports', () => {
  test('stay inside the allowed zones', () => {
    expect(sources.flatMap(forbidden)).toEqual([]);
  });

  test('form no cycle', () => {
    const graph = new Map(sources.map((source) => [source.path, source.imports]));
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) {
        cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
        return;
      }
      if (done.has(path)) return;
      for (const target of graph.get(path) ?? []) visit(target, [...trail, path]);
      done.add(path);
    };
    for (const path of graph.keys()) visit(path, []);
    expect(cycles).toEqual([]);
  });

  test('leave no file unused', () => {
    const entries =
      /^commands\/|^src\/main\.ts$|^src\/cli\/[\w-]+\.ts$|^src\/(?:sandbox|verifier)\/page\/main\.tsx?$|^src\/page\/browser\/main\.ts$|\.d\.ts$/;
    const imported = new Set(sourcesBelow('src', 'commands').flatMap((source) => source.imports));
    // The driver is the sandbox's public tool for tests and scripts; the product does not use it.
    const forTests = /^src\/sandbox\/driver(\/index)?\.ts$/;
    const dead = sources
      .map((source) => source.path)
      .filter((path) => !entries.test(path) && !forTests.test(path) && !imported.has(path));
    expect(dead).toEqual([]);
  });

  test('have the .ts extension', () => {
    const wrong = sources.flatMap((source) =>
      source.imports
        .filter((target) => /^(src|commands)\//.test(target) && !/\.(ts|tsx)$/.test(target))
        .map((target) => `${source.path} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });
});
