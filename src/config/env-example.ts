/** `.env.example`: every setting with its help, an example and its default, commented out. */
import { terminal } from '../words/index.ts';
import { settings, type Setting } from './settings.ts';

const comment = (line: string): string => `# ${line}`;

function entry([name, row]: readonly [string, Setting]): string {
  const example =
    row.example === null ? [] : [comment(terminal.settings.example(`${name}=${row.example}`))];
  return ['', comment(row.help), ...example, `#${name}=${row.default ?? ''}`].join('\n');
}

export function envExample(): string {
  const head = terminal.settings.exampleHead.map(comment);
  return `${[...head, ...Object.entries<Setting>(settings).map(entry)].join('\n')}\n`;
}
