/** The guide for newcomers: the current step with what to type, and all steps with their state. */
import { useState } from 'preact/hooks';
import type { Guide } from '../../protocol/protocol.ts';
import { Icon } from '../parts/icons.tsx';
import { InlineMarkdown } from '../parts/markdown.tsx';
import { useScene } from '../state/context.ts';
import { words } from '../words/words.ts';

const storageKey = 'guide-closed';

type Step = Guide['steps'][number];

export function GuideLine({ guide }: { guide: Guide }) {
  const [closed, setClosed] = useState(() => localStorage.getItem(storageKey) !== null);
  const { steps, end } = guide;
  if (closed || steps.length === 0) return null;
  const current = steps.find(({ isDone }) => !isDone) ?? null;
  const close = (): void => {
    localStorage.setItem(storageKey, 'yes');
    setClosed(true);
  };
  const number = current ? steps.indexOf(current) + 1 : steps.length;
  return (
    <section class="guide" aria-label={words().guide.label}>
      <ol>
        {steps.map((step) => (
          <StepMark key={step.key} step={step} isCurrent={step === current} />
        ))}
      </ol>
      <div class="guide-now">
        <p role="status">
          <strong>
            {current ? words().guide.step(number, steps.length) : words().guide.allDone}
          </strong>{' '}
          <InlineMarkdown text={current ? current.text : end} />
        </p>
        {current && <StepButton step={current} />}
        <button type="button" class="icon-button" aria-label={words().guide.close} onClick={close}>
          <Icon name="close" size={16} />
        </button>
      </div>
    </section>
  );
}

function StepMark({ step, isCurrent }: { step: Step; isCurrent: boolean }) {
  return (
    <li
      class={step.isDone ? 'done' : isCurrent ? 'current' : ''}
      {...(isCurrent && { 'aria-current': 'step' })}
    >
      {step.isDone && <Icon name="check" size={14} />}
      {step.title}
      {step.isDone && <span class="spoken">{words().guide.done}</span>}
    </li>
  );
}

/** Does the first part of the step: becomes its person, or begins its command. */
function StepButton({ step }: { step: Step }) {
  const { view, place, becomePerson, offerCommand, goTo } = useScene();
  const { personId, type, reads } = step;
  if (personId !== view.person.id) {
    const name = view.people.find(({ id }) => id === personId)?.displayName ?? '';
    return <Act label={words().guide.become(name)} onPress={() => becomePerson(personId)} />;
  }
  if (reads) {
    const { id } = view.directMessages;
    return place === id ? null : <Act label={words().guide.openDirect} onPress={() => goTo(id)} />;
  }
  if (type === null) return null;
  return <Act label={words().guide.type} onPress={() => offerCommand(type.path, type.words)} />;
}

function Act({ label, onPress }: { label: string; onPress: () => void }) {
  return (
    <button type="button" class="button primary" onClick={onPress}>
      {label}
    </button>
  );
}
