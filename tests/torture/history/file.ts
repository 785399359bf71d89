/** The history file: one JSON line per event, written before the operation continues. */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import {
  historyOf,
  type Answer,
  type History,
  type HistoryEvent,
  type Operation,
} from './model.ts';

export interface HistoryWriter {
  readonly path: string;
  /** Operations requested so far. */
  readonly asked: number;
  /** Lines written so far: the present, as the checker counts time. */
  readonly now: number;
  /** Must be called before the operation begins; returns its number. */
  ask(client: string, operation: Operation): number;
  answer(ask: number, answer: Answer): void;
  note(note: string): void;
  close(): void;
}

export function historyWriter(path: string, seed: string): HistoryWriter {
  const file = openSync(path, 'w');
  let lines = 0;
  let asked = 0;
  const write = (event: HistoryEvent | { readonly seed: string }) => {
    writeSync(file, `${JSON.stringify(event)}\n`);
    if ('event' in event) lines += 1;
  };
  write({ seed });
  return {
    path,
    get asked() {
      return asked;
    },
    get now() {
      return lines;
    },
    ask: (client, operation) => {
      asked += 1;
      write({ event: 'asked', ask: asked, client, operation });
      return asked;
    },
    answer: (ask, answer) => write({ event: 'answered', ask, answer }),
    note: (note) => write({ event: 'noted', note }),
    close: () => closeSync(file),
  };
}

export function readHistory(path: string): History {
  const [head = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
  const { seed } = JSON.parse(head) as { seed: string };
  return historyOf(
    lines.map((line) => JSON.parse(line) as HistoryEvent),
    seed,
  );
}
