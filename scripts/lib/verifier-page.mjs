/**
 * Makes `dist/verifier.html`: all modules of the verifier as one script, in one file that loads
 * nothing. Its policy allows this script and this style by their hashes.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleScript } from './bundle.mjs';
import { fail, root } from './machine.mjs';

const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

export async function writeVerifierPage() {
  const script = await bundleScript('src/verifier/page/main.ts');
  if (script.includes('</script')) fail('The script of the verifier page would end too early');
  const style = readFileSync(join(root, 'src/verifier/page/page.css'), 'utf8');
  const policy = `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(style)}`;
  const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title></title>
<style>${style}</style>
</head>
<body><main></main><script>${script}</script></body>
</html>
`;
  writeFileSync(join(root, 'dist/verifier.html'), page);
}
