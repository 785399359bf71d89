/** What refusals promise: of money only where a command is about money. */
import { beforeAll, describe, expect, test } from 'vitest';
import { loadCommands } from '../../../src/bot/command/loader.ts';
import type { Registry } from '../../../src/bot/command/registry.ts';
import { undoneBy } from '../../../src/bot/command/command.ts';
import { fixReply } from '../../../src/bot/stages/fix.ts';
import { lateReply } from '../../../src/bot/next/late.ts';
import { sourcesBelow } from '../../support/source.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await loadCommands();
});

describe('money is meant', () => {
  test('by every command whose card is a quote, by sentences, by approvals, and by no other', () => {
    const quoting = sourcesBelow('commands')
      .filter(({ text }) => /\b(quote\w*|transferQuestion|potMoveQuestion)\(/.test(text))
      .map(({ path }) => path.replace(/^commands\/|\.ts$/g, '').replaceAll('/', ' '));
    const moving = [...registry].filter(([, { movesMoney }]) => movesMoney).map(([path]) => path);
    expect(quoting.length).toBeGreaterThan(4);
    expect(moving.sort()).toEqual([...quoting, 'ask', 'staff approvals list'].sort());
  });

  test.each(['register', 'login', 'profile update', 'security', 'privacy erase', 'unlock'])(
    'not by /%s, whose refusals do not speak of it',
    (path) => {
      const undone = undoneBy(registry.get(path));
      const problem = { field: 'full_name', label: 'Full name', reason: 'Enter a name.' };
      for (const reply of [
        fixReply([problem], undone),
        lateReply('expired', undone, { path, row: null }),
      ]) {
        expect(JSON.stringify(reply)).not.toMatch(/moved/);
        expect(JSON.stringify(reply)).toContain('Nothing changed.');
      }
    },
  );

  test('by /transfer, whose refusals say that none moved', () => {
    const undone = undoneBy(registry.get('transfer'));
    const problem = { field: 'amount', label: 'Amount', reason: 'Enter a number.' };
    expect(JSON.stringify(fixReply([problem], undone))).toContain('Nothing moved.');
    const late = lateReply('expired', undone, { path: 'transfer', row: null });
    expect(JSON.stringify(late)).toContain('Nothing moved.');
  });
});
