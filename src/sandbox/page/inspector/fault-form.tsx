/** The form that arms a fault for the bot's next requests. */
import { useState } from 'preact/hooks';
import type { RequestFault } from '../../protocol/protocol.ts';
import { requestFaults, routes } from './fault-kinds.ts';

const otherRoute = 'other';
type Status = NonNullable<RequestFault['status']>;
const statuses: readonly Status[] = [500, 502, 503, 504];

export function FaultForm({ onArm }: { onArm: (fault: RequestFault) => void }) {
  const [kind, setKind] = useState<RequestFault['kind']>('delay-request');
  const [route, setRoute] = useState(routes[0]?.route ?? '*');
  const [typed, setTyped] = useState('GET /users/*');
  const [times, setTimes] = useState('1');
  const [delay, setDelay] = useState('4000');
  const [status, setStatus] = useState<Status>(502);
  const [global, setGlobal] = useState(false);
  const timed = kind === 'delay-request' || kind === 'delay-answer' || kind === 'rate-limit';
  const arm = (event: Event): void => {
    event.preventDefault();
    onArm({
      kind,
      route: route === otherRoute ? typed.trim() : route,
      times: Number(times),
      ...(timed && { delayMs: Number(delay) }),
      ...(kind === 'server-error' && { status }),
      ...(kind === 'rate-limit' && { global }),
    });
  };
  return (
    <form class="fault-form" onSubmit={arm}>
      <Choose
        label="The bot’s next"
        value={route}
        options={[
          ...routes.map((known) => ({ value: known.route, name: known.name })),
          { value: otherRoute, name: 'Another route…' },
        ]}
        onChoose={setRoute}
      />
      {route === otherRoute && (
        <Type label="Method and path, * for anything" value={typed} onType={setTyped} />
      )}
      <Choose
        label="What happens to it"
        value={kind}
        options={requestFaults.map((known) => ({ value: known.kind, name: known.name }))}
        onChoose={(value) => setKind(value as RequestFault['kind'])}
      />
      <Type label="How often" value={times} max={1_000} onType={setTimes} />
      {timed && (
        <Type
          label={kind === 'rate-limit' ? 'Retry after, ms' : 'How late, ms'}
          value={delay}
          max={120_000}
          onType={setDelay}
        />
      )}
      {kind === 'server-error' && (
        <Choose
          label="Status"
          value={`${status}`}
          options={statuses.map((known) => ({ value: `${known}`, name: `${known}` }))}
          onChoose={(value) => setStatus(Number(value) as Status)}
        />
      )}
      {kind === 'rate-limit' && (
        <label class="option-row">
          <input type="checkbox" checked={global} onChange={() => setGlobal(!global)} />
          <span>For everything the bot does</span>
        </label>
      )}
      <button type="submit" class="button primary">
        Arm
      </button>
    </form>
  );
}

interface ChooseProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly name: string }[];
  readonly onChoose: (value: string) => void;
}

function Choose({ label, value, options, onChoose }: ChooseProps) {
  return (
    <label class="small-field">
      <span>{label}</span>
      <select
        class="text-input"
        value={value}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
    </label>
  );
}

interface TypeProps {
  readonly label: string;
  readonly value: string;
  /** An input for a number from 1 on; without `number`, for text. */
  readonly max?: number;
  readonly onType: (text: string) => void;
}

function Type({ label, value, max, onType }: TypeProps) {
  const number = max === undefined ? {} : ({ type: 'number', min: 1, max, step: 1 } as const);
  return (
    <label class="small-field">
      <span>{label}</span>
      <input
        class="text-input"
        required
        maxLength={200}
        value={value}
        onInput={(event) => onType(event.currentTarget.value)}
        {...number}
      />
    </label>
  );
}
