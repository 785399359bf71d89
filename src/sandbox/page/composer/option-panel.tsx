/** The panel above a command being filled in: the focused option's description and choices. */
import { Avatar } from '../parts/avatar.tsx';
import type { Choice } from '../parts/choice.ts';

export interface OptionPanelProps {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly problem: string | null;
  /** The state of the bot's autocomplete choices. */
  readonly progress: string | null;
  readonly suggestions: readonly Choice[];
  readonly active: number;
  readonly listLabel: string;
  readonly onPoint: (index: number) => void;
  readonly onPick: (choice: Choice) => void;
}

export function OptionPanel(props: OptionPanelProps) {
  const { id, title, text, problem, progress, suggestions, active } = props;
  return (
    <div class="picker option-panel">
      <p id={id} class="option-help">
        <strong>{title}</strong>
        <span>{text}</span>
        {problem && <span class="option-problem">{problem}</span>}
      </p>
      <p class="option-progress" role="status">
        {progress}
      </p>
      {suggestions.length > 0 && (
        <div class="picker-list" role="listbox" id={`${id}-list`} aria-label={props.listLabel}>
          {suggestions.map((choice, index) => (
            <div
              key={choice.id}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === active}
              class={index === active ? 'picker-row one-line active' : 'picker-row one-line'}
              onPointerMove={() => props.onPoint(index)}
              // A press must not move the focus out of the option.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => props.onPick(choice)}
            >
              {choice.face && <Avatar name={choice.face.name} hue={choice.face.hue} size={24} />}
              {choice.mark && <span class="choice-mark">{choice.mark}</span>}
              <span class="picker-name">{choice.label}</span>
              {choice.description && <span class="picker-description">{choice.description}</span>}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
