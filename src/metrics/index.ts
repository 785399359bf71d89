/** What the app uses of the metrics. */
export { countedLogger } from './counted.ts';
export type { Sources } from './gauges.ts';
export { createMeter, type Meter } from './meter.ts';
export { type MetricsServer, serveMetrics } from './server.ts';
