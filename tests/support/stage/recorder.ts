/** The same commands with the last step replaced: it records that it was reached. */
import type { Command, Second } from '../../../src/bot/command/command.ts';
import type { Fields } from '../../../src/bot/forms/field.ts';
import type { Access } from '../../../src/bot/command/access.ts';
import type { Registry } from '../../../src/bot/command/registry.ts';
import { ask, show } from '../../../src/bot/cards/reply.ts';

export interface Recorder {
  readonly registry: Registry;
  /** Steps reached since the last call, as `path:step`. */
  reached(): string[];
}

export function recorderOf(registry: Registry): Recorder {
  let notes: string[] = [];
  const note = (path: string, step: string) => notes.push(`${path}:${step}`);
  const instrument = (path: string, command: Command): Command => {
    const actions = Object.entries(command.actions).map(
      ([name, action]): [string, Command['actions'][string]] => {
        if ('values' in action) {
          const values = async () => {
            note(path, name);
            return {};
          };
          return [name, { ...action, values }];
        }
        const run = async () => {
          note(path, name);
          return show('Reached');
        };
        return [name, { ...action, run }];
      },
    );
    const second: Second<Access, unknown, Fields> | null = command.second && {
      ...command.second,
      run: async () => {
        note(path, 'second');
        return show('Reached');
      },
    };
    const confirm: Command['confirm'] =
      command.confirm &&
      (async () => {
        note(path, 'confirm');
        return { card: ask('Reached'), order: null };
      });
    return {
      ...command,
      actions: Object.fromEntries(actions),
      second,
      confirm,
      // Otherwise the sentence would be followed instead of `run`.
      sentence: null,
      run: async () => {
        note(path, 'run');
        return show('Reached');
      },
    };
  };
  return {
    registry: new Map([...registry].map(([path, command]) => [path, instrument(path, command)])),
    reached: () => {
      const all = notes;
      notes = [];
      return all;
    },
  };
}
