import { beforeAll, describe, expect, test } from 'vitest';
import { loadCommands } from '../../../src/bot/command/loader.ts';
import type { Registry } from '../../../src/bot/command/registry.ts';
import { buttonRules, handlersOf, moneyRules } from '../../support/stage/rules.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await loadCommands();
});

describe('tests/support/stage/rules.ts', () => {
  test('says of every button of a command who may press it', () => {
    const buttons = handlersOf(registry).filter(({ kind }) => kind === 'button');
    expect(Object.keys(buttonRules).sort()).toEqual(
      buttons.map(({ path, step }) => `${path}:${step}`).sort(),
    );
  });

  test('says of every card that a customer confirms where the money goes', () => {
    const cards = [...registry].filter(
      ([, { access, confirm }]) => access === 'customer' && confirm !== null,
    );
    expect(Object.keys(moneyRules).sort()).toEqual(cards.map(([path]) => path).sort());
  });
});
