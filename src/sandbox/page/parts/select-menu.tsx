/** A select as Discord draws it: the chosen entries and a pop-up list. */
import { useId, useRef, useState } from 'preact/hooks';
import { Avatar } from './avatar.tsx';
import { ChoiceList } from './choice-list.tsx';
import { toggleChoice, type Choice } from './choice.ts';
import { Icon } from './icons.tsx';
import { Popover } from './popover.tsx';

export interface SelectMenuProps {
  readonly id?: string;
  readonly label: string;
  /** The id of its labelling element, instead of `label`. */
  readonly labelledBy?: string;
  readonly describedBy?: string | undefined;
  readonly placeholder: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly min: number;
  readonly max: number;
  readonly searchable?: boolean;
  readonly disabled?: boolean;
  readonly busy?: boolean;
  readonly invalid?: boolean;
  readonly onChange: (chosen: readonly string[]) => void;
  /** Called when the list was closed, with or without a choice. */
  readonly onDone?: (chosen: readonly string[]) => void;
}

export function SelectMenu(props: SelectMenuProps) {
  const { label, choices, chosen, min, max, disabled = false, onChange, onDone } = props;
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const popupId = useId();
  const many = max > 1;
  const close = (result: readonly string[]): void => {
    setOpen(false);
    onDone?.(result);
  };
  const toggle = (id: string): void => {
    const next = toggleChoice(chosen, id, { min, max });
    onChange(next);
    if (many) return;
    button.current?.focus();
    close(next);
  };
  return (
    <>
      <button
        ref={button}
        id={props.id}
        type="button"
        class={props.invalid ? 'select invalid' : 'select'}
        role="combobox"
        aria-haspopup="listbox"
        aria-expanded={open}
        aria-controls={open ? popupId : undefined}
        aria-label={props.labelledBy ? undefined : label}
        aria-labelledby={props.labelledBy}
        aria-describedby={props.describedBy}
        aria-invalid={props.invalid || undefined}
        disabled={disabled}
        onClick={() => (open ? close(chosen) : setOpen(true))}
        onKeyDown={(event) => {
          if (open || !['ArrowDown', 'ArrowUp'].includes(event.key)) return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        <Chosen choices={choices} chosen={chosen} placeholder={props.placeholder} many={many} />
        {props.busy ? <span class="dots" /> : <Icon name="down" />}
      </button>
      {open && button.current && (
        <Popover
          anchor={button.current}
          kind="select-popup"
          fitAnchor
          onClose={() => close(chosen)}
        >
          <div id={popupId}>
            <ChoiceList
              label={label}
              choices={choices}
              chosen={chosen}
              many={many}
              searchable={props.searchable ?? false}
              onToggle={toggle}
              onLeave={() => {
                button.current?.focus();
                close(chosen);
              }}
            />
          </div>
        </Popover>
      )}
    </>
  );
}

interface ChosenProps {
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly placeholder: string;
  readonly many: boolean;
}

function Chosen({ choices, chosen, placeholder, many }: ChosenProps) {
  const picked = chosen.flatMap((id) => choices.find((choice) => choice.id === id) ?? []);
  if (picked.length === 0) return <span class="select-placeholder">{placeholder}</span>;
  return (
    <span class="select-chosen">
      {picked.map((choice) => (
        <span key={choice.id} class={many || choice.face ? 'select-chip' : 'select-one'}>
          {choice.face && <Avatar name={choice.face.name} hue={choice.face.hue} size={18} />}
          {choice.mark && <span class="choice-mark">{choice.mark}</span>}
          {choice.emoji && <span class="choice-mark">{choice.emoji}</span>}
          <span>{choice.label}</span>
        </span>
      ))}
    </span>
  );
}
