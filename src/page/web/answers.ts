/** Whole pages as answers. */
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { LinkRefusal } from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { layout, refusedView, type View } from './views.ts';

export interface Answers {
  readonly show: (
    context: Context,
    title: string,
    view: View,
    status?: ContentfulStatusCode,
  ) => Answer;
  readonly refuse: (context: Context, sentence: string, status: ContentfulStatusCode) => Answer;
  readonly refuseLink: (context: Context, refusal: LinkRefusal) => Answer;
}
type Answer = Promise<Response>;

const statuses: Readonly<Record<LinkRefusal, ContentfulStatusCode>> = {
  UNKNOWN: 404,
  EXPIRED: 410,
  USED: 410,
  ELSEWHERE: 403,
};

export function createAnswers(bankName: string): Answers {
  const show: Answers['show'] = async (context, title, view, status = 200) =>
    context.html(await layout(bankName, title, view), status);
  const refuse: Answers['refuse'] = async (context, sentence, status) =>
    show(context, words.page.refusals.title, refusedView(sentence), status);
  return {
    show,
    refuse,
    refuseLink: async (context, refusal) =>
      refuse(context, words.page.refusals[refusal], statuses[refusal]),
  };
}
