/** The page of the verifier: files come from the device, and nothing leaves it. */
import { verifier as say } from '../../words/en/terminal/verifier.ts';
import { type Line, verifyFiles } from '../verify.ts';

const fileBytesMax = 12_000_000;
const marks = { good: '✓', bad: '✗', unsure: '?' } as const;
const files = new Map<string, Uint8Array>();

function element(tag: string, text = '', properties: Readonly<Record<string, string>> = {}) {
  const made = document.createElement(tag);
  made.textContent = text;
  for (const [name, value] of Object.entries(properties)) made.setAttribute(name, value);
  return made;
}

const chooser = element('input', '', { type: 'file', multiple: '', id: 'files' });
const label = element('label', say.choose, { for: 'files' });
const area = element('textarea', '', { id: 'paste', rows: '6', spellcheck: 'false' });
const button = element('button', say.check, { type: 'button' });
const reset = element('button', say.again, { type: 'button', class: 'second' });
const output = element('section', '', { 'aria-live': 'polite' });

function lineItem({ file, verdict, text }: Line): HTMLElement {
  const item = element('li', '', { class: verdict });
  item.append(element('b', marks[verdict]), element('span', text), element('small', file));
  return item;
}

async function show(): Promise<void> {
  const pasted = (area as HTMLTextAreaElement).value;
  const given = [...files].map(([name, bytes]) => ({ name, bytes }));
  if (pasted.trim() !== '')
    given.push({ name: say.pasted, bytes: new TextEncoder().encode(pasted) });
  output.replaceChildren();
  if (given.length === 0) return;
  const { verdict, lines } = await verifyFiles(given);
  const list = element('ul');
  list.append(...lines.map(lineItem));
  output.replaceChildren(
    element('p', say.verdicts[verdict], { class: verdict, id: 'verdict' }),
    list,
  );
}

async function add(chosen: Iterable<File>): Promise<void> {
  for (const file of chosen) {
    // A larger file is refused by the check, with a reason.
    const whole = file.slice(0, fileBytesMax + 1);
    files.set(file.name, new Uint8Array(await whole.arrayBuffer()));
  }
  await show();
}

chooser.addEventListener('change', () => void add((chooser as HTMLInputElement).files ?? []));
button.addEventListener('click', () => void show());
reset.addEventListener('click', () => {
  files.clear();
  (area as HTMLTextAreaElement).value = '';
  (chooser as HTMLInputElement).value = '';
  output.replaceChildren();
});
document.addEventListener('dragover', (event) => event.preventDefault());
document.addEventListener('drop', (event) => {
  event.preventDefault();
  void add(event.dataTransfer?.files ?? []);
});

const form = element('form');
form.addEventListener('submit', (event) => event.preventDefault());
form.append(label, chooser, element('label', say.paste, { for: 'paste' }), area, button, reset);
document.title = say.title;
document
  .querySelector('main')
  ?.append(element('h1', say.title), element('p', say.intro), form, output);
