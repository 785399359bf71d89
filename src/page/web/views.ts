/** The page's HTML. Every inserted text is escaped by the template. */
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { currentLanguage, words } from '../../words/index.ts';
import type { DeskEnding, DeskField, DeskForm } from './desk.ts';

export type View = HtmlEscapedString | Promise<HtmlEscapedString>;

const nothing = raw('');

export const layout = (bankName: string, title: string, main: View): View =>
  html`<!doctype html>
    <html lang="${currentLanguage()}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title} – ${bankName}</title>
        <link rel="icon" href="/icon.svg" />
        <link rel="stylesheet" href="/page.css" />
        <script src="/page.js" type="module"></script>
      </head>
      <body>
        <header><span aria-hidden="true" class="mark"></span>${bankName}</header>
        <main>${main}</main>
        <footer>${words.page.footer}</footer>
      </body>
    </html>`;

const { start: sayStart, form: sayForm, passkeys: sayPasskeys } = words.page;

/** Without JavaScript the link is pasted: its end is not sent by itself. */
export const startView = (problem: string | null): View => html`
  <h1>${sayStart.title}</h1>
  ${problem === null ? nothing : html`<p class="problem" role="alert">${problem}</p>`}
  <p>${sayStart.sentence}</p>
  <form method="post" action="/open" id="open">
    <label for="link">${sayStart.label}</label>
    <input
      id="link"
      name="link"
      type="text"
      required
      maxlength="500"
      autocomplete="off"
      spellcheck="false"
    />
    <button type="submit">${sayStart.button}</button>
  </form>
`;

const described = (name: string, { hint, hasProblem }: { hint: string; hasProblem: boolean }) =>
  [...(hint === '' ? [] : [`${name}-hint`]), ...(hasProblem ? [`${name}-problem`] : [])].join(' ');

function inputOf(field: DeskField, describedBy: string, hasProblem: boolean): View {
  const { name, control, isRequired, isSecret, autocomplete, example } = field;
  const invalid = hasProblem ? raw(' aria-invalid="true"') : nothing;
  const required = isRequired ? raw(' required') : nothing;
  if (control.kind !== 'text') return nothing;
  const type = isSecret && autocomplete !== 'one-time-code' ? 'password' : 'text';
  return html`<input
    id="${name}"
    name="${name}"
    type="${type}"
    value="${control.value}"
    maxlength="${control.lengthMax}"
    autocomplete="${autocomplete}"
    placeholder="${example}"
    aria-describedby="${describedBy}"
    autocapitalize="off"
    spellcheck="false"
    ${required}${invalid}
  />`;
}

function choiceView({ name, label, control, isRequired }: DeskField, problem: View): View {
  if (control.kind === 'text' || control.kind === 'checkbox') return nothing;
  const type = control.kind === 'choice' ? 'radio' : 'checkbox';
  const required = isRequired && type === 'radio' ? raw(' required') : nothing;
  return html`<fieldset>
    <legend>${label}</legend>
    ${control.choices.map(
      (choice) =>
        html`<label class="choice">
          <input
            type="${type}"
            name="${name}"
            value="${choice.value}"
            ${control.chosen.includes(choice.value) ? raw(' checked') : nothing}${required}
          />
          ${choice.label}
        </label>`,
    )}
    ${problem}
  </fieldset>`;
}

function fieldView(field: DeskField, problems: ReadonlyMap<string, string>): View {
  const { name, label, hint, control } = field;
  const said = problems.get(name);
  const problem =
    said === undefined ? nothing : html`<p class="problem" id="${name}-problem">${said}</p>`;
  if (control.kind === 'checkbox') {
    return html`<div class="field">
      <label class="choice"><input type="checkbox" name="${name}" value="yes" /> ${label}</label>
      ${hint === '' ? nothing : html`<p class="hint">${hint}</p>`} ${problem}
    </div>`;
  }
  if (control.kind !== 'text') return choiceView(field, problem);
  const describedBy = described(name, { hint, hasProblem: said !== undefined });
  return html`<div class="field">
    <label for="${name}">${label}</label>
    ${inputOf(field, describedBy, said !== undefined)}
    ${hint === '' ? nothing : html`<p class="hint" id="${name}-hint">${hint}</p>`} ${problem}
  </div>`;
}

/** Shown by the script where the browser has passkeys; the form works without them. */
function passkeyView({ passkey, lead }: DeskForm): View {
  if (passkey === null) return nothing;
  const isMade = passkey.kind === 'make';
  const label = isMade ? sayPasskeys.create : lead === '' ? sayPasskeys.use : sayPasskeys.approve;
  const unable = isMade ? html`<p class="problem" id="unable">${sayPasskeys.unable}</p>` : nothing;
  return html`<div
      id="passkey"
      hidden
      data-kind="${passkey.kind}"
      data-options="${JSON.stringify(passkey.options)}"
    >
      <input type="hidden" name="passkey" value="" />
      <button type="${isMade ? 'submit' : 'button'}">${label}</button>
      <p class="problem" role="alert" hidden>
        ${isMade ? sayPasskeys.notMade : sayPasskeys.failed}
      </p>
      ${isMade ? nothing : html`<p class="hint">${sayPasskeys.orForm}</p>`}
    </div>
    ${unable}`;
}

export interface FormPage {
  readonly id: bigint;
  readonly matchCode: string;
  readonly form: DeskForm;
  readonly sentence: string | null;
  readonly problems: ReadonlyMap<string, string>;
}

const codeView = (matchCode: string): View =>
  html`<p class="match">${sayForm.code} <strong>${matchCode}</strong></p>
    <p class="hint">${sayForm.codeWhy}</p>`;

export const formView = ({ id, matchCode, form, sentence, problems }: FormPage): View => html`
  <h1>${form.title}</h1>
  ${form.lead === '' ? nothing : html`<p class="lead">${form.lead}</p>`}
  ${form.details.map((line) => html`<p class="detail">${line}</p>`)}
  ${form.hasCode ? codeView(matchCode) : nothing}
  ${sentence === null ? nothing : html`<p class="problem" role="alert">${sentence}</p>`}
  <form method="post" action="/at/${id}">
    ${form.passkey?.kind === 'use' ? passkeyView(form) : nothing}
    ${form.fields.map((field) => fieldView(field, problems))}
    ${
      form.passkey?.kind === 'make'
        ? passkeyView(form)
        : html`<button type="submit" class="${form.passkey === null ? '' : 'second'}">
            ${form.lead === '' ? sayForm.send : sayForm.approve}
          </button>`
    }
  </form>
`;

/** A form that may be sent next. */
export interface Offer {
  readonly id: bigint;
  readonly form: DeskForm;
}

/** Shown by the script where the browser has passkeys. */
const offerView = ({ id, form }: Offer): View =>
  html`<section id="offer" hidden>
    <h2>${sayPasskeys.offer.title}</h2>
    <p>${sayPasskeys.offer.sentence}</p>
    <form method="post" action="/at/${id}">
      ${form.fields.map((field) => fieldView(field, new Map()))} ${passkeyView(form)}
    </form>
    <p class="hint">${sayPasskeys.offer.later}</p>
  </section>`;

export const endedView = (
  { isDone, title, sentence }: DeskEnding,
  offer: Offer | null,
): View => html`
  <h1>${title}</h1>
  <p class="${isDone ? 'done' : 'problem'}" role="status">${sentence}</p>
  ${offer === null ? nothing : offerView(offer)}
`;

export const refusedView = (sentence: string): View => html`
  <h1>${words.page.refusals.title}</h1>
  <p class="problem" role="alert">${sentence}</p>
`;
