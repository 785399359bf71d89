/** A link: opened, shown as a form, and the form that is sent. */
import { type Context, Hono } from 'hono';
import { BankError, type LinkRefusal, type LinksService, type PageLink } from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import type { Answers } from './answers.ts';
import { browserOf, newBrowser } from './browser.ts';
import type { Desk, SentTexts as Sent } from './desk.ts';
import { endedView, formView, type Offer, startView } from './views.ts';

export interface LinkTools {
  /** Null until the bank and the bot are open. */
  readonly desk: () => Desk | null;
  readonly links: () => LinksService | null;
}

const fieldsMax = 40;
const tokenForm = /(?:^|#)([\w-]{43})$/;
const idForm = /^\d{1,18}$/;

async function sentIn(context: Context): Promise<Sent> {
  const parameters = new URLSearchParams(await context.req.text());
  const sent = new Map<string, string[]>();
  for (const [name, value] of parameters) {
    const texts = sent.get(name) ?? [];
    if (sent.size < fieldsMax && texts.length < fieldsMax) sent.set(name, [...texts, value]);
  }
  return sent;
}

function idIn(context: Context): bigint | null {
  const id = context.req.param('id') ?? '';
  return idForm.test(id) ? BigInt(id) : null;
}

/** The owner of a link that was opened elsewhere, or too late, is notified once. */
async function warn(
  { desk, links }: { readonly desk: Desk; readonly links: LinksService },
  token: string,
  reason: LinkRefusal,
): Promise<void> {
  if (reason !== 'ELSEWHERE' && reason !== 'EXPIRED') return;
  const link = await links.refusedOnce(token);
  if (link !== null) desk.warn(link, reason);
}

/** The form that follows at once, already open in this browser. */
async function offered(
  token: string,
  by: { readonly desk: Desk; readonly links: LinksService; readonly browser: string },
): Promise<Offer | null> {
  try {
    const found = await by.links.open(token, by.browser);
    const shown = found.ok ? await by.desk.show(found.value) : null;
    return found.ok && shown?.kind === 'form' ? { id: found.value.id, form: shown.form } : null;
  } catch (error) {
    // What was sent is done; the offer alone is missing.
    if (!(error instanceof BankError)) throw error;
    return null;
  }
}

/** The answer to a form that was sent. The link is taken. */
async function submit(
  context: Context,
  { desk, links, answers }: { desk: Desk; links: LinksService; answers: Answers },
  given: { readonly link: PageLink; readonly browser: string; readonly sent: Sent },
) {
  const { link, browser, sent } = given;
  const { id, matchCode } = link;
  const answer = await desk.submit(link, sent).catch(async (error: unknown) => {
    // Nothing was done: the same form can be sent again.
    await links.release(id);
    throw error;
  });
  if (answer.kind === 'ended') {
    await links.finish(id);
    const { ending } = answer;
    if (ending.title === '') return answers.refuse(context, ending.sentence, 410);
    const offer =
      answer.next === null ? null : await offered(answer.next, { desk, links, browser });
    const view = endedView(ending, offer);
    return answers.show(context, ending.title, view, ending.isDone ? 200 : 409);
  }
  await links.release(id);
  const found = await links.find(id, browser);
  if (!found.ok) return answers.refuseLink(context, found.reason);
  const shown = await desk.show(found.value, sent);
  if (shown.kind === 'refused') return answers.refuse(context, shown.sentence, 410);
  const { sentence, problems } = answer;
  const { form } = shown;
  const view = formView({ id, matchCode, form, sentence, problems });
  return answers.show(context, form.title, view, 422);
}

export function linkRoutes(tools: LinkTools, answers: Answers, isSecure: boolean): Hono {
  const app = new Hono();
  const { show, refuse, refuseLink } = answers;
  const opened = () => {
    const desk = tools.desk();
    const links = tools.links();
    return desk === null || links === null ? null : { desk, links };
  };
  const closed = async (context: Context) => refuse(context, words.page.refusals.CLOSED, 503);

  app.post('/open', async (context) => {
    const open = opened();
    if (open === null) return closed(context);
    const [link = ''] = (await sentIn(context)).get('link') ?? [];
    const token = tokenForm.exec(link.trim())?.[1];
    if (token === undefined) {
      const { title, unread } = words.page.start;
      return show(context, title, startView(unread), 422);
    }
    const browser = browserOf(context, isSecure) ?? newBrowser(context, isSecure);
    const found = await open.links.open(token, browser);
    if (!found.ok) {
      await warn(open, token, found.reason);
      return refuseLink(context, found.reason);
    }
    return context.redirect(`/at/${found.value.id}`, 303);
  });

  app.get('/at/:id', async (context) => {
    const open = opened();
    if (open === null) return closed(context);
    const id = idIn(context);
    const browser = browserOf(context, isSecure);
    if (id === null || browser === null) return refuseLink(context, 'UNKNOWN');
    const found = await open.links.find(id, browser);
    if (!found.ok) return refuseLink(context, found.reason);
    const { value: link } = found;
    return open.desk.inLanguageOf(link, async () => {
      const shown = await open.desk.show(link);
      if (shown.kind === 'refused') return refuse(context, shown.sentence, 410);
      const { matchCode } = link;
      const page = { id, matchCode, form: shown.form, sentence: null, problems: new Map() };
      return show(context, shown.form.title, formView(page));
    });
  });

  app.post('/at/:id', async (context) => {
    const open = opened();
    if (open === null) return closed(context);
    const id = idIn(context);
    const browser = browserOf(context, isSecure);
    if (id === null || browser === null) return refuseLink(context, 'UNKNOWN');
    const sent = await sentIn(context);
    const taken = await open.links.take(id, browser);
    if (!taken.ok) return refuseLink(context, taken.reason);
    const { value: link } = taken;
    const work = async () => submit(context, { ...open, answers }, { link, browser, sent });
    return open.desk.inLanguageOf(link, work);
  });
  return app;
}
