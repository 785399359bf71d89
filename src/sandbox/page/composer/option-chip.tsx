/** One option of a command being filled in: its name and an input for its value. */
import { Avatar } from '../parts/avatar.tsx';
import type { Face } from '../state/context.ts';
import { type CommandOption, shownName } from './callable.ts';
import { isPicked } from './option-value.ts';
import { optionKind } from './option-kinds.ts';

export interface OptionChipProps {
  readonly option: CommandOption;
  /** The displayed text: typed, or the name of the picked value. */
  readonly text: string;
  /** The picked person. */
  readonly face: Face | null;
  readonly invalid: boolean;
  readonly panelId: string;
  /** The id of the suggestion that Enter accepts. */
  readonly activeId: string | undefined;
  readonly onFocus: () => void;
  readonly onInput: (text: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

export function OptionChip(props: OptionChipProps) {
  const { option, text, face, invalid, panelId, activeId } = props;
  const numeric = option.type === optionKind.integer || option.type === optionKind.number;
  const combobox = isPicked(option)
    ? ({
        role: 'combobox',
        'aria-expanded': activeId !== undefined,
        'aria-controls': `${panelId}-list`,
        'aria-autocomplete': 'list',
        'aria-activedescendant': activeId,
      } as const)
    : {};
  return (
    <label class={invalid ? 'chip invalid' : 'chip'} data-option={option.name}>
      <span class="chip-name">{shownName(option)}</span>
      {face && <Avatar name={face.name} hue={face.hue} size={18} />}
      <span class="chip-grow">
        {/* Gives the field the width of its text. */}
        <span class="chip-ghost" aria-hidden="true">
          {text || ' '}
        </span>
        <input
          value={text}
          size={1}
          autocomplete="off"
          inputMode={numeric ? 'decimal' : 'text'}
          aria-required={option.required ?? false}
          aria-invalid={invalid || undefined}
          aria-describedby={panelId}
          onFocus={props.onFocus}
          onInput={(event) => props.onInput(event.currentTarget.value)}
          onKeyDown={props.onKeyDown}
          {...combobox}
        />
      </span>
    </label>
  );
}
