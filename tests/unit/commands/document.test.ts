import { expect, test } from 'vitest';
import { loadCommands } from '../../../src/bot/command/loader.ts';
import { commandsDocument } from '../../support/commands-document.ts';

test('docs/commands.md is what the commands say (write it again with `vitest -u`)', async () => {
  const text = commandsDocument(await loadCommands());
  await expect(text).toMatchFileSnapshot('../../../docs/commands.md');
});
