/** Opens a form in Discord, or on the bank's page where secrets are not typed into Discord. */
import type { Identity, PendingAction, RequestId } from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { type CustomId, encodeCustomId } from '../cards/custom-id.ts';
import { render } from '../cards/render.ts';
import { type Button, stepButton } from '../cards/reply.ts';
import type { RawValues } from '../forms/field.ts';
import { type Form, type FormPage, hasSecrets, shownFields } from '../forms/form.ts';
import { modalOf } from '../forms/modal.ts';
import { linkReply } from '../page/card.ts';
import { makeLink } from '../page/content.ts';
import type { PageSettings, Tools, Visit } from './visit.ts';

const { buttons } = words.replies;

export interface Opening {
  readonly form: Form;
  /** The custom id of the form. */
  readonly id: CustomId;
  readonly values: RawValues;
  /** In Discord's markup. */
  readonly lead?: string;
  readonly page?: FormPage;
  readonly identity: Identity | null;
  /** The row of the card that the form confirms. */
  readonly action?: PendingAction | null;
}

/** `edit-page` asks for the page, `edit-here` for a form in Discord. */
export const stepAndWay = (step: string): { readonly step: string; readonly way: string } => {
  const [, base = step, way = ''] = /^(.+)-(page|here)$/.exec(step) ?? [];
  return { step: base, way };
};

function goesToPage(page: PageSettings, visit: Visit, { identity }: Opening): boolean {
  if (page.secrets === 'page') return true;
  const { way } = stepAndWay(visit.step);
  return way === 'page' || (way === '' && identity?.hasPasskey === true);
}

/** The buttons beside the link. */
function besideLink(page: PageSettings, opening: Opening, row: RequestId | null): Button[] {
  const steps = { form2: 'next-here', proof: 'prove-here' } as const;
  const { step, detail } = opening.id;
  const here = step === 'form2' || step === 'proof' ? steps[step] : ('edit-here' as const);
  const inForm = stepButton(here, words.page.link.inForm, 'secondary', { row, detail });
  const canCancel = opening.action?.kind === 'CONFIRM';
  return [
    ...(page.secrets === 'both' && step !== 'passkey' ? [inForm] : []),
    ...(canCancel ? [stepButton('cancel', buttons.cancel)] : []),
  ];
}

/** The link is stored before it is shown, which may take longer than Discord waits. */
export async function offerPage(
  tools: Tools,
  page: PageSettings,
  visit: Visit,
  opening: Opening,
): Promise<void> {
  const { exchange, path } = visit;
  const { form, id, values, lead = '', action = null } = opening;
  if (!(await exchange.acknowledge(exchange.hasCard ? 'replace' : 'beside'))) return;
  const shown = new Set(shownFields(form).map(([name]) => name));
  const known = Object.fromEntries(
    Object.entries(values).filter(([name]) => shown.has(name) && !form.fields[name]!.secret),
  );
  const from = { bank: tools.bank, pageUrl: page.url };
  const link = await makeLink(from, exchange, { form: id, values: known });
  const beside = besideLink(page, opening, id.row);
  const reply = linkReply(link, { title: form.words.title, lead, buttons: beside });
  const expiring = action === null ? undefined : { path, action };
  await exchange.answer(render(reply, { path, row: id.row }), expiring);
}

/** A form must be the first answer. Throws BANK_BUSY, where it is on the page. */
export async function showForm(tools: Tools, visit: Visit, opening: Opening): Promise<void> {
  const { form, id, values, lead, page = 0 } = opening;
  const settings = tools.page;
  if (settings !== null && hasSecrets(form, page) && goesToPage(settings, visit, opening)) {
    return offerPage(tools, settings, visit, opening);
  }
  const customId = encodeCustomId(id);
  const more = lead === undefined ? {} : { lead };
  await visit.exchange.openForm(modalOf(form, { customId, values, page, ...more }));
}
