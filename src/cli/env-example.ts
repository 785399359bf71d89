/** `npm run env-example`: writes `.env.example` from the settings. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../lib/project-folder.ts';
import { say } from '../app/tool.ts';
import { envExample } from '../config/env-example.ts';
import { terminal } from '../words/index.ts';

writeFileSync(join(projectFolder, '.env.example'), envExample());
say(terminal.tools.envExample.written);
