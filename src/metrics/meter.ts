/** The metrics of one process, and how they are counted. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { catalogue, type MetricForm, type MetricName } from './catalogue.ts';

export interface Meter {
  count(name: MetricName, labels?: Readonly<Record<string, string>>, by?: number): void;
  /** In seconds. */
  observe(name: MetricName, seconds: number): void;
  set(name: MetricName, value: number): void;
  /** Removes the value of a gauge that cannot be read now. */
  forget(name: MetricName): void;
  /** In the text format of Prometheus. */
  text(): Promise<string>;
  readonly contentType: string;
}

type Metric = Counter | Gauge | Histogram;

function metricOf(name: string, form: MetricForm, registry: Registry): Metric {
  const { type, help, labels = [], buckets = [] } = form;
  const shared = { name, help, labelNames: [...labels], registers: [registry] };
  switch (type) {
    case 'counter':
      return new Counter(shared);
    case 'gauge':
      return new Gauge(shared);
    case 'histogram':
      return new Histogram({ ...shared, buckets: [...buckets] });
  }
}

export function createMeter(): Meter {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const metrics = new Map<string, Metric>(
    Object.entries(catalogue).map(([name, form]) => [name, metricOf(name, form, registry)]),
  );
  const of = <Kind extends Metric>(
    name: MetricName,
    kind: new (...given: never[]) => Kind,
  ): Kind => {
    const metric = metrics.get(name);
    if (!(metric instanceof kind)) throw new TypeError(`${name} is another type of metric`);
    return metric;
  };
  return {
    count: (name, labels = {}, by = 1) => of(name, Counter).inc(labels, by),
    observe: (name, seconds) => of(name, Histogram).observe(seconds),
    set: (name, value) => of(name, Gauge).set(value),
    forget: (name) => of(name, Gauge).remove(),
    text: async () => registry.metrics(),
    contentType: registry.contentType,
  };
}
