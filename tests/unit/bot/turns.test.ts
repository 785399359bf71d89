/** Who gets a place for work, and who is told that the bank is busy. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  averaged,
  crowdMin,
  expectedWaitMs,
  heldWantedMs,
  isRefused,
  type Lane,
  placeMs,
  placesAtFirst as places,
  placesMax,
  placesMin,
  placesNext,
  waitEndMs,
  waitMaxMs,
} from '../../../src/bot/turns/decision.ts';
import { createPlaces } from '../../../src/bot/turns/places.ts';
import { createTurns, type Turn } from '../../../src/bot/turns/turns.ts';

describe('the decision', () => {
  const quiet = { places, heldMs: 100, perSecond: null, waiting: 0, people: 0, own: 0 };

  test('refuses a press that would wait for too long, and no other', () => {
    const waiting = (waitMaxMs / quiet.heldMs) * places - 1;
    const full = { ...quiet, waiting, people: waiting };
    expect(expectedWaitMs(full)).toBe(waitMaxMs);
    expect(isRefused(full)).toBe(false);
    expect(isRefused({ ...full, waiting: waiting + 1, people: waiting + 1 })).toBe(true);
    expect(isRefused({ ...full, waiting: waiting * 10, people: waiting * 10, heldMs: 9 })).toBe(
      false,
    );
  });

  test('goes by what became free where people wait, and by the longest a place is held', () => {
    const full = { ...quiet, heldMs: 10, waiting: 500, people: 500 };
    expect(isRefused(full)).toBe(false);
    expect(expectedWaitMs({ ...full, perSecond: 100 })).toBe(5_010);
    expect(isRefused({ ...full, perSecond: 100 })).toBe(true);
    // Nothing yet: each place is taken away after a second.
    expect(expectedWaitMs({ ...full, perSecond: 0 })).toBe((501 * placeMs) / places);
  });

  test('refuses nobody while few wait, however slow the machine is', () => {
    const slow = { ...quiet, places: 1, heldMs: placeMs };
    expect(isRefused({ ...slow, waiting: crowdMin, people: crowdMin })).toBe(true);
    expect(isRefused({ ...slow, waiting: crowdMin - 1, people: crowdMin - 1 })).toBe(false);
  });

  test('refuses those who have many waiting before those who have none', () => {
    const crowded = { ...quiet, heldMs: 500, waiting: 900, people: 3 };
    expect(isRefused({ ...crowded, own: 300 })).toBe(true);
    expect(isRefused({ ...crowded, own: 0 })).toBe(false);
  });

  test('one long wait for another system does not shape the average', () => {
    expect(averaged(0, 60_000)).toBe(averaged(0, placeMs));
    expect(averaged(40, 40)).toBe(40);
  });

  test('a busy process whose work is slow gets fewer places, down to a limit', () => {
    const slow = { places, heldMs: heldWantedMs + 100, waiting: 500, share: 1 };
    expect(placesNext(slow)).toBeLessThan(places);
    expect(placesNext({ ...slow, places: placesMin })).toBe(placesMin);
    // Slow because of the database: fewer places would only serve fewer people.
    expect(placesNext({ ...slow, share: 0.5 })).toBeGreaterThan(places);
    // It has stopped: more would only wait for it.
    expect(placesNext({ ...slow, share: 0, heldMs: placeMs })).toBe(places);
  });

  test('quick work gets more places if some wait, up to a limit', () => {
    const quick = { places, heldMs: heldWantedMs / 4, waiting: 500, share: 1 };
    expect(placesNext(quick)).toBeGreaterThan(places);
    expect(placesNext({ ...quick, places: placesMax })).toBe(placesMax);
    expect(placesNext({ ...quick, waiting: 0 })).toBe(places);
  });
});

describe('turns', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const stage = () => {
    const load = { nowMs: () => Date.now(), busyShare: () => 0 };
    const turns = createTurns(createPlaces(load));
    const begun: string[] = [];
    const enter = async (person: string, lane: Lane = 'press') => {
      const turn = turns.enter(person, lane);
      void turn.begin().then((isBegun) => begun.push(`${person} ${isBegun ? 'works' : 'busy'}`));
      await vi.advanceTimersByTimeAsync(0);
      return turn;
    };
    /** All places taken, by different people. */
    const fill = async (): Promise<Turn[]> => {
      const taken: Turn[] = [];
      for (let index = 0; index < places; index += 1) taken.push(await enter(`holder${index}`));
      begun.length = 0;
      return taken;
    };
    return { turns, begun, enter, fill };
  };

  test('as many as there are places work; the next begins when an answer is sent', async () => {
    const { begun, enter, fill } = stage();
    const [first] = await fill();
    await enter('a');
    expect(begun).toEqual([]);
    first!.leave();
    // The end of the same interaction frees nothing twice.
    first!.end();
    await enter('b');
    expect(begun).toEqual(['a works']);
  });

  test('go round by person', async () => {
    const { begun, enter, fill } = stage();
    const taken = await fill();
    for (const person of ['a', 'a', 'a', 'b', 'c']) await enter(person);
    for (const turn of taken.slice(0, 5)) turn.end();
    await vi.advanceTimersByTimeAsync(0);
    expect(begun).toEqual(['a works', 'b works', 'c works', 'a works', 'a works']);
  });

  test('a place held for a second is given to another', async () => {
    const { begun, enter, fill } = stage();
    await fill();
    await enter('a');
    await vi.advanceTimersByTimeAsync(placeMs - 1);
    expect(begun).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(begun).toEqual(['a works']);
  });

  test('a press that waited for too long is told so, a form waits on', async () => {
    const { begun, enter, fill } = stage();
    const rounds = waitEndMs / placeMs;
    await fill();
    // Accepted while work was quick; each place is then held until it is taken away.
    for (let one = 0; one < places * rounds; one += 1) await enter(`before${one}`, 'form');
    await enter('press');
    await enter('form', 'form');
    await vi.advanceTimersByTimeAsync(waitEndMs);
    expect(begun).toContain('press busy');
    expect(begun.filter((line) => line.startsWith('form'))).toEqual([]);
    await vi.advanceTimersByTimeAsync(placeMs);
    expect(begun).toContain('form works');
  });

  test('a form is accepted where a press is refused, and a secret takes no place', async () => {
    const { turns, begun, enter, fill } = stage();
    // Places held to the end raise the average.
    await fill();
    await vi.advanceTimersByTimeAsync(placeMs);
    await fill();
    for (let one = 0; one < places * 3; one += 1) await enter(`form${one}`, 'form');
    expect(turns.admits('a', 'press')).toBe(false);
    expect(turns.admits('a', 'form')).toBe(true);
    expect(turns.admits('a', 'secret')).toBe(true);
    await enter('a', 'secret');
    expect(begun).toEqual(['a works']);
  });

  test('who ends before the work begins is not waited for', () => {
    const { turns } = stage();
    for (let one = 0; one < 10_000; one += 1) {
      const lost = turns.enter('a', 'form');
      lost.end();
      lost.end();
    }
    expect(turns.admits('b', 'press')).toBe(true);
    expect(turns.admits('a', 'press')).toBe(true);
  });
});
