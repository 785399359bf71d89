/**
 * `npm run verify -- FILE…`: checks proofs, checkpoints and reports of a bank without a network.
 * Exits 0 if everything is right, 1 if something is wrong or could not be checked, 2 if a file
 * could not be read.
 */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { runTool, say } from '../app/tool.ts';
import { verifyFiles } from '../verifier/verify.ts';
import { verifier } from '../words/en/terminal/verifier.ts';

const marks = { good: '✓', bad: '✗', unsure: '?' } as const;

await runTool(async (_, paths) => {
  if (paths.length === 0) {
    say(verifier.noFiles);
    return 1;
  }
  const files = await Promise.all(
    paths.map(async (path) => ({ name: basename(path), bytes: await readFile(path) })),
  );
  const { verdict, lines } = await verifyFiles(files);
  for (const { file, verdict: mark, text } of lines) say(`${marks[mark]} ${file}: ${text}`);
  say(verifier.verdicts[verdict]);
  return verdict === 'good' ? 0 : 1;
});
