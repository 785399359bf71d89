/** Fault injection: armed faults, and buttons to add more. */
import { useState } from 'preact/hooks';
import type { ArmedFault, Fault, ScriptProgress } from '../../protocol/protocol.ts';
import { Avatar } from '../parts/avatar.tsx';
import { armFault, changePerson, disarmFaults, Refusal, stopScript } from '../state/api.ts';
import { useScene } from '../state/context.ts';
import { FaultForm } from './fault-form.tsx';
import { describeFault, describeStep, gatewayActs } from './fault-kinds.ts';
import type { Inspected } from './use-inspector.ts';

export function Trouble({ inspected }: { inspected: Inspected }) {
  const [outcome, setOutcome] = useState<{ text: string; wrong: boolean } | null>(null);
  const act = async (work: Promise<unknown>, done: string): Promise<void> => {
    try {
      await work;
      setOutcome({ text: done, wrong: false });
    } catch (error) {
      setOutcome({
        text: error instanceof Refusal ? error.message : 'Something went wrong.',
        wrong: true,
      });
    }
  };
  const arm = (fault: Fault, done: string): void => void act(armFault(fault), done);
  return (
    <div class="trouble">
      <p role="status" class={outcome?.wrong ? 'outcome wrong' : 'outcome'}>
        {outcome?.text}
      </p>
      <Armed
        faults={inspected.overview.faults}
        onDisarm={(id) => void act(disarmFaults(id), 'Cancelled.')}
      />
      {inspected.overview.script && (
        <Script
          script={inspected.overview.script}
          onStop={() => void act(stopScript(), 'Stopped.')}
        />
      )}
      <section>
        <h3>Requests of the bot</h3>
        <FaultForm onArm={(fault) => arm(fault, 'Armed.')} />
      </section>
      <section>
        <h3>The next event to the bot</h3>
        <div class="acts">
          <button
            type="button"
            class="button"
            onClick={() => arm({ kind: 'lose-event' }, 'The next event will be lost.')}
          >
            Lose
          </button>
          <button
            type="button"
            class="button"
            onClick={() => arm({ kind: 'duplicate-event' }, 'The next event will be sent twice.')}
          >
            Send twice
          </button>
        </div>
      </section>
      <Connections inspected={inspected} onAct={arm} />
      <ClosedMessages
        onChange={(id, dmsClosed) => void act(changePerson(id, { dmsClosed }), 'Changed.')}
      />
    </div>
  );
}

interface ArmedProps {
  readonly faults: readonly ArmedFault[];
  readonly onDisarm: (id?: string) => void;
}

function Armed({ faults, onDisarm }: ArmedProps) {
  return (
    <section>
      <h3>Armed faults</h3>
      {faults.length === 0 ? (
        <p class="entry-note">Nothing is armed.</p>
      ) : (
        <ul class="armed">
          {faults.map((fault) => (
            <li key={fault.id}>
              <span>{describeFault(fault)}</span>
              <span class="entry-note">{`${'times' in fault ? fault.times : 1}×`}</span>
              <button
                type="button"
                class="link"
                aria-label={`Cancel: ${describeFault(fault)}`}
                onClick={() => onDisarm(fault.id)}
              >
                Cancel
              </button>
            </li>
          ))}
        </ul>
      )}
      {faults.length > 1 && (
        <button type="button" class="link" onClick={() => onDisarm()}>
          Cancel all
        </button>
      )}
    </section>
  );
}

interface ScriptProps {
  readonly script: ScriptProgress;
  readonly onStop: () => void;
}

/** The fault script run by a test or the command line. */
function Script({ script: { steps, done }, onStop }: ScriptProps) {
  return (
    <section>
      <h3>{`Script: ${done} of ${steps.length} steps done`}</h3>
      <ol class="armed">
        {steps.map((step, index) => (
          <li key={index} aria-current={index === done ? 'step' : undefined}>
            <span>{describeStep(step)}</span>
            <span class="entry-note">
              {index < done ? 'Done' : index === done ? 'Waiting' : 'Later'}
            </span>
          </li>
        ))}
      </ol>
      <button type="button" class="link" onClick={onStop}>
        {done < steps.length ? 'Stop the script' : 'Clear'}
      </button>
    </section>
  );
}

interface ConnectionsProps {
  readonly inspected: Inspected;
  readonly onAct: (fault: Fault, done: string) => void;
}

function Connections({ inspected, onAct }: ConnectionsProps) {
  const { sessions } = inspected.overview;
  const connected = sessions.filter(({ isConnected }) => isConnected).length;
  const away = sessions.length - connected;
  return (
    <section>
      <h3>Gateway connections, at once</h3>
      <p class="entry-note">
        {`${connected} connected${away > 0 ? `, ${away} away and able to resume` : ''}`}
      </p>
      <ul class="gateway-acts">
        {gatewayActs.map(({ fault, name, about }) => (
          <li key={name}>
            <button type="button" class="button" onClick={() => onAct(fault, `${name}: done.`)}>
              {name}
            </button>
            <span class="entry-note">{about}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ClosedMessagesProps {
  readonly onChange: (personId: string, dmsClosed: boolean) => void;
}

function ClosedMessages({ onChange }: ClosedMessagesProps) {
  const { view } = useScene();
  return (
    <section>
      <h3>Closed direct messages</h3>
      <p class="entry-note">People ticked here accept none: the bot gets error 50007.</p>
      {view.people.map((person) => (
        <label key={person.id} class="option-row">
          <input
            type="checkbox"
            checked={person.dmsClosed}
            onChange={() => onChange(person.id, !person.dmsClosed)}
          />
          <Avatar name={person.displayName} hue={person.hue} size={20} />
          <span>{person.displayName}</span>
        </label>
      ))}
    </section>
  );
}
