import { expect, test } from 'vitest';
import { auditActions } from '../../../../src/bank/audit/catalogue.ts';
import {
  actionLabel,
  actionsMatching,
  actionWithin,
} from '../../../../src/bot/replies/audit-action.ts';

test('every action of the catalogue has a label of its own', () => {
  const names = Object.keys(auditActions);
  expect(new Set(names.map(actionLabel)).size).toBe(names.length);
  for (const name of names) expect(actionLabel(name)).toMatch(/^[A-Z][a-z-]*[a-z]( [a-z-]+)*$/);
  expect(actionWithin('COUNTER_DEPOSIT')).toBe('deposit at the counter');
});

test('an action of a newer version is shown by its code', () => {
  expect(actionLabel('CARD_ORDERED')).toBe('CARD_ORDERED');
  expect(actionWithin('CARD_ORDERED')).toBe('CARD_ORDERED');
});

test('actions are found by part of the label or of the code, in any case', () => {
  expect(actionsMatching('frozen')).toEqual(['ACCOUNT_FROZEN']);
  expect(actionsMatching('account frozen')).toEqual(['ACCOUNT_FROZEN']);
  expect(actionsMatching('Deposit at the')).toEqual(['COUNTER_DEPOSIT']);
  expect(actionsMatching('counter_deposit')).toEqual(['COUNTER_DEPOSIT']);
  expect(actionsMatching('role')).toContain('ROLE_GRANT_APPROVED');
  expect(actionsMatching('%')).toEqual([]);
});
