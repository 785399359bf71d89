/** The list above the composer while a slash command is typed. */
import { useEffect } from 'preact/hooks';
import { Avatar } from '../parts/avatar.tsx';
import { useScene } from '../state/context.ts';
import { type CallableCommand, shownName } from './callable.ts';
import { words } from '../words/words.ts';

export interface CommandPickerProps {
  readonly id: string;
  readonly commands: readonly CallableCommand[];
  readonly active: number;
  readonly onPoint: (index: number) => void;
  readonly onPick: (command: CallableCommand) => void;
}

export function CommandPicker({ id, commands, active, onPoint, onPick }: CommandPickerProps) {
  const { view } = useScene();
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);
  return (
    <div class="picker">
      <div class="picker-head" aria-hidden="true">
        <Avatar name={view.bot.name} hue={view.bot.hue} size={20} />
        <span>{view.bot.name}</span>
      </div>
      <div id={id} role="listbox" aria-label={words().write.commands} class="picker-list">
        {commands.map((command, index) => (
          <div
            key={command.path}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            class={index === active ? 'picker-row active' : 'picker-row'}
            onPointerMove={() => onPoint(index)}
            // A press must not move the focus out of the composer.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onPick(command)}
          >
            <span class="picker-name">
              {`/${command.path}`}
              {command.options.map((option) => (
                <span
                  key={option.name}
                  class={option.required ? 'picker-option' : 'picker-option optional'}
                >
                  {shownName(option)}
                </span>
              ))}
            </span>
            <span class="picker-description">{command.description}</span>
          </div>
        ))}
      </div>
      {commands.length === 0 && <p class="picker-none">{words().write.noCommand}</p>}
    </div>
  );
}
