/** The page's routes. A GET changes nothing; what changes something comes from the page's forms. */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { BankError } from '../../bank/index.ts';
import type { Logger } from '../../log/logger.ts';
import { inLanguage, words } from '../../words/index.ts';
import { createAnswers } from './answers.ts';
import { assetRoutes } from './assets.ts';
import { isFromPage, securityHeaders } from './headers.ts';
import { linkRoutes, type LinkTools } from './link-routes.ts';
import { startView } from './views.ts';

export interface PageTools extends LinkTools {
  readonly bankName: string;
  /** Scheme, host and port, as browsers name them. */
  readonly origin: string;
  readonly logger: Logger;
}

const bodyBytesMax = 32 * 1024;
/** Forms that one process takes in a minute, from all browsers together. */
const formsMax = 3_000;
const windowMs = 60_000;

/** The language of the browser, before the person is known. */
const languageOf = (context: Context): string | null =>
  /^[a-z]{2}/i.exec(context.req.header('accept-language') ?? '')?.[0].toLowerCase() ?? null;

/** True while the process has taken no more forms than it may in this minute. */
function formCounter(): () => boolean {
  let began = performance.now();
  let count = 0;
  return () => {
    if (performance.now() - began > windowMs) {
      began = performance.now();
      count = 0;
    }
    count += 1;
    return count <= formsMax;
  };
}

export function pageRoutes(tools: PageTools): Hono {
  const { bankName, origin, logger } = tools;
  const isSecure = origin.startsWith('https:');
  const answers = createAnswers(bankName);
  const { show, refuse } = answers;
  const mayTake = formCounter();
  const app = new Hono();
  app.use(securityHeaders(isSecure));
  app.use(async (context, next) => inLanguage(languageOf(context), next));
  app.use(async (context, next) => {
    if (context.req.method !== 'POST') return next();
    if (!isFromPage(context, origin)) return refuse(context, words.page.refusals.ORIGIN, 403);
    if (!mayTake()) return refuse(context, words.page.refusals.CROWDED, 429);
    return next();
  });
  const onError = async (context: Context) => refuse(context, words.page.refusals.DEFECT, 413);
  app.use(bodyLimit({ maxSize: bodyBytesMax, onError }));
  app.onError(async (error, context) => {
    if (error instanceof BankError) {
      const { changed } = words.errors.nothing;
      return refuse(context, words.errors.sentence(error.refused, changed), 503);
    }
    logger.event('page.failed', { name: context.req.method }, error);
    return refuse(context, words.page.refusals.DEFECT, 500);
  });
  app.notFound(async (context) => refuse(context, words.page.refusals.NO_PAGE, 404));
  app.get('/healthz', (context) => context.json({ alive: true }));
  app.get('/', async (context) => show(context, words.page.start.title, startView(null)));
  app.route('/', assetRoutes());
  app.route('/', linkRoutes(tools, answers, isSecure));
  return app;
}
