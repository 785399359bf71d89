/** Renders a message's components. */
import type {
  APIComponentInMessageActionRow,
  APIContainerComponent,
  APIMessageTopLevelComponent,
  APISectionComponent,
  SeparatorSpacingSize,
} from 'discord-api-types/v10';
import { useState } from 'preact/hooks';
import { componentKind } from '../parts/component-kinds.ts';
import { Markdown } from '../parts/markdown.tsx';
import { MessageButton } from './button.tsx';
import { colourOf } from './embed.tsx';
import { FileCard, Gallery, Picture } from './media.tsx';
import { MessageSelect } from './select.tsx';

const largeSpacing = 2 as SeparatorSpacingSize.Large;

export function ComponentTree({ components }: { components: APIMessageTopLevelComponent[] }) {
  return (
    <>
      {components.map((component, index) => (
        <ComponentView key={component.id ?? index} component={component} />
      ))}
    </>
  );
}

function ComponentView({ component }: { component: APIMessageTopLevelComponent }) {
  switch (component.type) {
    case componentKind.actionRow:
      return (
        <div class="action-row">
          {component.components.map((part, index) => (
            <RowPart key={part.id ?? index} part={part} />
          ))}
        </div>
      );
    case componentKind.textDisplay:
      return <Markdown text={component.content} />;
    case componentKind.section:
      return <Section section={component} />;
    case componentKind.container:
      return <Container container={component} />;
    case componentKind.mediaGallery:
      return <Gallery items={component.items} />;
    case componentKind.file:
      return <FileCard url={component.file.url} name={component.name} size={component.size} />;
    case componentKind.separator: {
      const kind = component.spacing === largeSpacing ? 'separator large' : 'separator';
      return component.divider === false ? <div class={kind} /> : <hr class={kind} />;
    }
    default:
      // A component type that this page does not know.
      return null;
  }
}

function RowPart({ part }: { part: APIComponentInMessageActionRow }) {
  return part.type === componentKind.button ? (
    <MessageButton button={part} />
  ) : (
    <MessageSelect select={part} />
  );
}

function Section({ section }: { section: APISectionComponent }) {
  const { accessory } = section;
  return (
    <div class="section">
      <div class="section-texts">
        {section.components.map((text, index) => (
          <Markdown key={text.id ?? index} text={text.content} />
        ))}
      </div>
      {accessory.type === componentKind.button ? (
        <MessageButton button={accessory} />
      ) : (
        <Picture
          kind="thumbnail"
          url={accessory.media.url}
          description={accessory.description}
          spoiler={accessory.spoiler}
        />
      )}
    </div>
  );
}

function Container({ container }: { container: APIContainerComponent }) {
  const { accent_color: accent, spoiler = false, components } = container;
  const [hidden, setHidden] = useState(spoiler);
  const coloured = accent !== undefined && accent !== null;
  if (hidden) {
    return (
      <button type="button" class="card covered" onClick={() => setHidden(false)}>
        <span class="cover">Spoiler</span>
      </button>
    );
  }
  return (
    <div
      class={coloured ? 'card accented' : 'card'}
      style={coloured ? { '--accent': colourOf(accent) } : {}}
    >
      <ComponentTree components={components} />
    </div>
  );
}
