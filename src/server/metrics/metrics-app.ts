import express, { type Express } from 'express';
import type { Metrics } from './metrics.ts';

/** `GET /metrics` and nothing else: for a port that only Prometheus reaches. */
export function createMetricsApp(metrics: Metrics): Express {
  const app = express();
  app.disable('x-powered-by');
  app.get('/metrics', (_request, response) => {
    response.type('text/plain; version=0.0.4; charset=utf-8').send(metrics.text());
  });
  return app;
}
