/**
 * Makes `dist/verifier.html`: the compiled modules of the verifier in one script, in one file that
 * loads nothing. Its policy allows this script and this style by their hashes.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fail, root } from './machine.mjs';

const importLine = /^import (?:\{([^}]*)\} from )?'([^']+)';$/gm;
const exported = /^export (?:async )?(?:function|const|let|class) (\w+)/gm;

/** Each module as a function that returns its exports, after those that it imports. */
function modulesOf(path, found) {
  if (found.has(path)) return;
  let code = readFileSync(path, 'utf8').replace(/^\/\/# sourceMappingURL=.*$/m, '');
  for (const [, , target] of code.matchAll(importLine)) {
    if (!target.startsWith('.')) fail(`The verifier page cannot contain ${target}`);
    modulesOf(join(dirname(path), target), found);
  }
  const names = [...code.matchAll(exported)].map(([, name]) => name);
  code = code.replaceAll(importLine, (_, imported = '', target) => {
    const { variable } = found.get(join(dirname(path), target));
    return `const {${imported.replaceAll(' as ', ': ')}} = ${variable};`;
  });
  code = code.replaceAll(/^export (?=async |function |const |let |class )/gm, '');
  if (/^(?:import|export)\b/m.test(code)) fail(`The verifier page cannot contain ${path}`);
  const variable = `module${found.size}`;
  const body = `const ${variable} = (() => {\n${code}\nreturn { ${names.join(', ')} };\n})();`;
  found.set(path, { variable, body });
}

const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

export function writeVerifierPage() {
  const modules = new Map();
  modulesOf(join(root, 'dist/src/verifier/page/main.js'), modules);
  const script = `'use strict';\n${[...modules.values()].map(({ body }) => body).join('\n')}\n`;
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
