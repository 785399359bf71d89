/** Texts for operators: start, tools and settings. */
import { database } from './terminal/database.ts';
import { files } from './terminal/files.ts';
import { imports } from './terminal/imports.ts';
import { sandbox } from './terminal/sandbox.ts';
import { settings } from './terminal/settings.ts';
import { start } from './terminal/start.ts';
import { tools } from './terminal/tools.ts';

export const terminal = { database, files, imports, sandbox, settings, start, tools };
