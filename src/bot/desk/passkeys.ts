/** Passkeys on the page: what a browser is asked for, and its answers. */
import {
  aboutCard,
  aboutPerson,
  BankError,
  type BrowserOptions,
  type PageLink,
  type PasskeyProof,
  type PendingAction,
  type Session,
} from '../../bank/index.ts';
import { resumeIn } from '../cards/custom-id.ts';
import { render } from '../cards/render.ts';
import type { RawValues } from '../forms/field.ts';
import { readForm } from '../forms/form.ts';
import type { LinkContent } from '../page/content.ts';
import { loginReply } from '../replies/people.ts';
import { passkeyAddedReply } from '../page/passkeys.ts';
import { fixRefused } from '../stages/fix.ts';
import { passkeyFormFor } from '../stages/passkey.ts';
import { proveAndGoOn } from '../stages/prove.ts';
import { finish } from '../stages/submit.ts';
import { factsOf, refusedOnPage, type Tools, type Visit } from '../stages/visit.ts';

export interface PasskeyAsked {
  readonly kind: 'use' | 'make';
  readonly options: BrowserOptions;
}

/** What a passkey signs for the link; null where the form takes none. */
function aboutOf(
  { form }: LinkContent,
  link: PageLink,
  action: PendingAction | null,
): string | null {
  const { step, path, row, detail } = form;
  if (step === 'form' && path === 'login') return aboutPerson('login', link.discordUserId);
  if (step !== 'proof') return null;
  if (row === null) return JSON.stringify(['button', path, detail]);
  return action === null ? null : aboutCard(action);
}

/** Null where the form takes no passkey, or the person has none. Throws BANK_BUSY. */
export async function passkeyFor(
  { bank }: Tools,
  link: PageLink,
  about: {
    readonly content: LinkContent;
    readonly action: PendingAction | null;
    readonly session: Session | null;
  },
): Promise<PasskeyAsked | null> {
  const { content, action, session } = about;
  if (content.form.step === 'passkey') {
    if (session === null) return null;
    return { kind: 'make', options: await bank.passkeys.offer(session, link.challenge) };
  }
  const signed = aboutOf(content, link, action);
  if (signed === null) return null;
  const asked = { random: link.challenge, about: signed };
  const options = await bank.passkeys.ask(link.discordUserId, asked);
  return options === null ? null : { kind: 'use', options };
}

async function login(tools: Tools, visit: Visit, content: LinkContent, passkey: PasskeyProof) {
  const { person: discordUserId, place } = visit.exchange;
  const given = { form: 0, values: {}, resume: resumeIn(content.form.detail) } as const;
  try {
    const asking = { discordUserId, place, passkey };
    const session = await tools.bank.sessions.loginByPasskey(asking);
    await finish(tools, visit, loginReply(session), given);
  } catch (error) {
    if (!(error instanceof BankError)) throw error;
    await fixRefused(tools, visit, given, error);
  }
}

/** A browser has answered with a passkey, in place of a password or a code. */
export async function submitPasskey(
  tools: Tools,
  visit: Visit,
  given: {
    readonly link: PageLink;
    readonly content: LinkContent;
    readonly action: PendingAction | null;
    readonly response: string;
  },
): Promise<void> {
  const { link, content, action, response } = given;
  const proof = { response, random: link.challenge };
  if (content.form.step !== 'proof') return login(tools, visit, content, proof);
  const about = aboutOf(content, link, action) ?? '';
  await proveAndGoOn(tools, visit, { ...content.form, proof, about });
}

/** A browser has made a passkey; its form has a name and, except after a registration, a proof. */
export async function submitNewPasskey(
  tools: Tools,
  visit: Visit,
  given: {
    readonly link: PageLink;
    readonly session: Session;
    readonly detail: string;
    readonly response: string;
    readonly values: RawValues;
  },
): Promise<void> {
  const { link, session, detail, response, values } = given;
  const reading = readForm(passkeyFormFor(detail), values, factsOf(tools, visit));
  if (!reading.ok) return;
  const { name, proof = null } = reading.input as {
    readonly name: string;
    readonly proof?: string;
  };
  try {
    const made = { name, proof, response, random: link.challenge };
    await tools.bank.passkeys.add(session, made);
    await visit.exchange.answer(render(passkeyAddedReply(), { path: visit.path, row: null }));
  } catch (error) {
    if (!(error instanceof BankError)) throw error;
    if (!refusedOnPage(visit, error))
      await fixRefused(tools, visit, { form: 0, values: {} }, error);
  }
}
