/**
 * Every command, form, card and button × every kind of person, through the real router, with real
 * sessions and roles: who is admitted, and how the others are answered.
 */
import { describe, expect, test, vi } from 'vitest';
import { isComplete } from '../../src/bot/forms/form.ts';
import { undoneBy } from '../../src/bot/command/command.ts';
import { words } from '../../src/words/index.ts';
import { openGround } from '../support/stage/ground.ts';
import { recorderOf, type Recorder } from '../support/stage/recorder.ts';
import {
  handlersOf,
  ruleFor,
  verdictOf,
  type Handler,
  type Verdict,
} from '../support/stage/rules.ts';
import type { Principal } from '../support/stage/principals.ts';
import type { Answer } from '../support/stage/wire.ts';

// Thousands of cells take half a minute here, and longer on slow machines.
vi.setConfig({ testTimeout: 400_000 });
let recorder: Recorder;
const ground = openGround((registry) => (recorder = recorderOf(registry)).registry);

/** The step that an admitted person must reach; `form` where a form opens. */
function aimOf({ path, step, kind }: Handler): string {
  const { form, confirm, formByButton, actions } = ground.registry.get(path)!;
  if (kind === 'start') {
    const asksSecret = Object.values(form?.fields ?? {}).some(({ secret }) => secret);
    if (asksSecret) return 'form';
    return confirm === null ? `${path}:run` : `${path}:confirm`;
  }
  const opensForm = kind === 'open' && form !== null && !formByButton;
  if (kind === 'edit' || kind === 'next' || kind === 'prove' || opensForm) return 'form';
  if (kind === 'button') {
    // A button that begins a command goes on where no field must be filled.
    const goesOn = 'values' in actions[step]! && form !== null && isComplete(form, {});
    const aim = confirm === null ? 'run' : 'confirm';
    return goesOn ? `${path}:${step} ${path}:${aim}` : `${path}:${step}`;
  }
  if (kind === 'form2') return `${path}:second`;
  return kind === 'form' && confirm !== null ? `${path}:confirm` : `${path}:run`;
}

/** A right proof, as of the cell before, makes a session move money again. */
const unprove = 'UPDATE sessions SET proved_at = NULL WHERE id = ?';

type Expected = Verdict | 'STEP_UP_NEEDED';

/** A session that only reads confirms with a proof, which *Confirm* alone does not give. */
const mayConfirm = ({ kind }: Handler, { mayOnlyRead, isElsewhere }: Principal): boolean =>
  kind !== 'confirm' || !mayOnlyRead || isElsewhere;

const sentenceOf = (verdict: Exclude<Expected, 'admitted'>, path: string): string =>
  verdict === 'STAFF_ONLY'
    ? words.errors.staffOnly
    : words.errors.sentence({ code: verdict, data: null }, undoneBy(ground.registry.get(path)));

/** The result, in one line. */
function seen(answer: Answer, verdict: Expected, path: string): string {
  const reached = recorder.reached();
  const failed = answer.events.filter(({ name }) => name === 'bot.failed' || name === 'bot.late');
  if (failed.length > 0) return `failed: ${failed.map(({ error }) => String(error)).join('; ')}`;
  if (answer.form !== null) return ['form', ...reached].join(' ');
  if (reached.length > 0) return reached.join(' ');
  const refused = answer.events.find(({ name }) => name === 'bot.refused');
  const told = verdict !== 'admitted' && answer.text.includes(sentenceOf(verdict, path));
  if (!told) return `said: ${answer.text}`;
  // A proof that is asked for is no refusal of access, and is not logged as one.
  return String(refused?.facts['code'] ?? (verdict === 'STEP_UP_NEEDED' ? verdict : 'no log'));
}

test('every kind of person at every handler is admitted, or refused with the reason', async () => {
  const handlers = handlersOf(ground.registry);
  const wrong: string[] = [];
  let cells = 0;
  for (const handler of handlers) {
    const { path, step, kind } = handler;
    const rule = ruleFor(ground.registry, handler);
    if (rule === undefined) wrong.push(`${path}:${step} has no rule`);
    for (const principal of rule === undefined ? [] : ground.cast.principals) {
      const verdict = verdictOf(rule!, principal);
      const lacksProof = verdict === 'admitted' && !mayConfirm(handler, principal);
      const answer = lacksProof ? 'STEP_UP_NEEDED' : verdict;
      const expected = answer === 'admitted' ? aimOf(handler) : answer;
      if (principal.mayOnlyRead) await ground.database.pool.write(unprove, [principal.session!.id]);
      const needsRow = kind !== 'open' && kind !== 'form';
      const isConfirm = ['confirm', 'prove', 'proof'].includes(kind);
      const rowKind = isConfirm ? 'CONFIRM' : 'DRAFT';
      const row = needsRow ? await ground.rowOf(path, rowKind, principal) : null;
      const found = seen(await ground.play(handler, principal, row), answer, path);
      cells += 1;
      if (found !== expected) wrong.push(`${principal.name}, ${path}:${step}: ${found}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(cells).toBe(handlers.length * 17);
});

describe('the seventeen kinds of people', () => {
  test('have the roles that their names say', () => {
    const told = ground.cast.principals.map(({ name, isLoggedIn, role, place }) =>
      [name, isLoggedIn ? 'in' : 'out', role ?? '–', place.guildId ?? 'direct'].join(' | '),
    );
    expect(new Set(told).size).toBe(17);
  });
});
